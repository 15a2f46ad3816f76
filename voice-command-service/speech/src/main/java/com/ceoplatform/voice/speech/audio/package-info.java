/**
 * Encoded audio of any supported format to 16 kHz mono.
 *
 * <p>WAV is read by {@code WavDecoder}: it is what the browser client sends, and it needs no native code. Everything else
 * goes through FFmpeg: MP3 and AAC leave no alternative in Java that is both complete and maintained, and with FFmpeg
 * there anyway a second Opus decoder with two demuxers of our own would only add code. What keeps it small and safe:
 *
 * <ul>
 *   <li>the sniffed container and a short list of codecs are forced; there is no probing among FFmpeg's hundreds of formats
 *   <li>it reads from memory only, every protocol is off
 *   <li>bytes, seconds and the work the demuxer may do are bounded
 *   <li>its C interface is called directly: JavaCV would load libavdevice, which wants X11, ALSA and PulseAudio libraries
 *       that a server does not have
 * </ul>
 *
 * <p>The build is the LGPL one ({@code linux-x86_64}, not {@code -gpl}): 25 MB as a jar, linked dynamically. On other
 * platforms WAV works and the rest is answered as unsupported.
 */
@NullMarked
package com.ceoplatform.voice.speech.audio;

import org.jspecify.annotations.NullMarked;
