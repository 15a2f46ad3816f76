package com.ceoplatform.voice.stream;

/** What a client may say besides its sound. */
sealed interface ClientFrame {

    /** @param json the whole frame: the request that belongs to the sound */
    record Start(String json, boolean partials) implements ClientFrame {}

    /** The speaker has ended; what was said counts. */
    record Stop() implements ClientFrame {}

    /** What was said does not count. */
    record Cancel() implements ClientFrame {}

    /** Goes on with a newer access token. */
    record Authenticate(String token) implements ClientFrame {}
}
