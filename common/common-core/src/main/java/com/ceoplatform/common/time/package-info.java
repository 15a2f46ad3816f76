/** Which times the platform deals with. */
@NullMarked
package com.ceoplatform.common.time;

import org.jspecify.annotations.NullMarked;
