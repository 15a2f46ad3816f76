/**
 * Channels and who is in them. {@code channel}: the aggregate, its rights and its list; {@code member}: who belongs to a
 * channel and as what; {@code membership}: joining, leaving, adding, removing; {@code relationship}: parents, children
 * and collaborations; {@code activity}: when something was last said, taken from the messages.
 */
@NullMarked
package com.ceoplatform.channel;

import org.jspecify.annotations.NullMarked;
