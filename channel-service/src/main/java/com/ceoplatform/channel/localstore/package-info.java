/**
 * A store that speaks the part of S3 that this service uses, for installations without one: Signature Version 4 in
 * headers and in presigned addresses, uploads in parts, ranges. It knows nothing of files, channels or people.
 */
@NullMarked
package com.ceoplatform.channel.localstore;

import org.jspecify.annotations.NullMarked;
