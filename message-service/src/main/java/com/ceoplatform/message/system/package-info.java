/** What the platform itself says in channels: who came and went, and what voice commands did there. */
@NullMarked
package com.ceoplatform.message.system;

import org.jspecify.annotations.NullMarked;
