/** Tokens for programs: made by people and by the CEO for service accounts, limited by scopes. */
@NullMarked
package com.ceoplatform.gateway.apitoken;

import org.jspecify.annotations.NullMarked;
