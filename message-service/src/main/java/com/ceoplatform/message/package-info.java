/**
 * Messages of channels and direct conversations. {@code message}: the aggregate, reading, editing, deleting, pins;
 * {@code posting}: the way of a new message, in order and once; {@code access}: who may read and write where;
 * {@code mention}: names in a text; {@code reaction}: emoji and acknowledgements; {@code unread}: how far people have
 * read; {@code thread}: who follows a thread; {@code search}: full text;
 * {@code scheduled}: messages for later; {@code system}: what the platform itself says; {@code link}: references to tasks.
 */
@NullMarked
package com.ceoplatform.message;

import org.jspecify.annotations.NullMarked;
