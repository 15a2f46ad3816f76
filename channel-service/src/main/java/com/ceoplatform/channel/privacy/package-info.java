/** What this service keeps of people, for operators who hand it out or take it away. */
@NullMarked
package com.ceoplatform.channel.privacy;

import org.jspecify.annotations.NullMarked;
