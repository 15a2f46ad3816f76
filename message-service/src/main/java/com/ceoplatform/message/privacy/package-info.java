/** What this service keeps of people, for operators who hand it out or take it away. */
@NullMarked
package com.ceoplatform.message.privacy;

import org.jspecify.annotations.NullMarked;
