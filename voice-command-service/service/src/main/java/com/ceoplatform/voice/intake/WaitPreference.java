package com.ceoplatform.voice.intake;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a client wants to wait for the end of its command: {@code Prefer: wait=N} (RFC 7240), at most ten seconds. */
final class WaitPreference {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})\"?(?:$|[,;\\s])");

    private WaitPreference() {}

    /** The wish; a header that says nothing about it, or nonsense, is ignored as the RFC wants. */
    static Duration of(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return LONGEST;
        }
        Duration asked = Duration.ofSeconds(Integer.parseInt(wait.group(1)));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
