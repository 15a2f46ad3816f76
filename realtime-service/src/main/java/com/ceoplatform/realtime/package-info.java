/**
 * The WebSocket of the platform: who is connected and everything they may see, live.
 *
 * <p>{@code log} reads Kafka, keeps the recent window and the positions; {@code audience} decides who may see an event;
 * {@code delivery} brings the two together and replays what a client missed; {@code connection} is one client with its
 * bounded queue; {@code presence} is who is online and typing; {@code frame} is the JSON on the wire; {@code socket} is
 * the door: handshake, tokens, client frames.
 */
@NullMarked
package com.ceoplatform.realtime;

import org.jspecify.annotations.NullMarked;
