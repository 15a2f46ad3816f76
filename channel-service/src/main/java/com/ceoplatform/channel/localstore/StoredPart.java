package com.ceoplatform.channel.localstore;

import java.time.Instant;

/**
 * A part of an unfinished upload.
 *
 * @param number 1 to 10,000
 * @param etag MD5 of its bytes in hexadecimal digits, as S3 gives it
 * @param size in bytes
 */
record StoredPart(int number, String etag, long size, Instant modified) {}
