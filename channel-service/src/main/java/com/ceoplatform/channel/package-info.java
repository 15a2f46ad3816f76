/**
 * Channels, who is in them, and files. {@code channel}: the aggregate, its rights and its list; {@code member}: who
 * belongs to a channel and as what; {@code membership}: joining, leaving, adding, removing, handing on; {@code autojoin}:
 * joining by department; {@code relationship}: parents, children and collaborations; {@code category}: headings;
 * {@code history}: who did what when and why; {@code activity}: when something was last said.
 *
 * <p>{@code file}: files, their links and who may see them; {@code upload}: how they arrive and are checked;
 * {@code quota}: how many bytes; {@code erasure}: how they go; {@code storage}: the S3-compatible store;
 * {@code localstore}: the one that comes along; {@code privacy}: what is handed out or forgotten of a person.
 */
@NullMarked
package com.ceoplatform.channel;

import org.jspecify.annotations.NullMarked;
