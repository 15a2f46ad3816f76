/** What people are told by mail about their own account, so that they notice when it was not them. */
@NullMarked
package com.ceoplatform.gateway.notice;

import org.jspecify.annotations.NullMarked;
