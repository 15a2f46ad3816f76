/** From an audience that somebody had in mind to the people who are really told. */
@NullMarked
package com.ceoplatform.notification.telling;

import org.jspecify.annotations.NullMarked;
