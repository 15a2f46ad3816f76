/**
 * Owns what people are told. {@code rule} listens to the other services and knows which event concerns whom;
 * {@code telling} leaves out whoever may not see the thing, has left, or does not want to hear of it; {@code notification}
 * is the aggregate, its list and its events; {@code preference} is what a person wants to hear of; {@code reminder} tells
 * people at a time of their choice.
 */
@NullMarked
package com.ceoplatform.notification;

import org.jspecify.annotations.NullMarked;
