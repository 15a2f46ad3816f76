/** Child processes that end with their supervisor and come back when they die. */
@NullMarked
package com.ceoplatform.deploy.supervision;

import org.jspecify.annotations.NullMarked;
