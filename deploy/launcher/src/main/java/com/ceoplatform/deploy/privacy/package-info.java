/** Operators' commands on personal data: hand out, forget, delete what is old. */
@NullMarked
package com.ceoplatform.deploy.privacy;

import org.jspecify.annotations.NullMarked;
