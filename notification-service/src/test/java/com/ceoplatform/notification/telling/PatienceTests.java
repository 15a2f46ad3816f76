package com.ceoplatform.notification.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private final Patience patience = new Patience();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksOnceWhenAllIsThere() {
        assertThat(patience.until(looks::incrementAndGet, seen -> true)).isEqualTo(1);
    }

    @Test
    void looksUntilAllIsThere() {
        assertThat(patience.until(looks::incrementAndGet, seen -> seen == 4)).isEqualTo(4);
    }

    @Test
    void endsWithWhatThereIs() {
        assertThat(patience.until(looks::incrementAndGet, seen -> false)).isGreaterThan(2);
    }

    @Test
    void doesNotHideFailures() {
        assertThatThrownBy(() -> patience.until(
                        () -> {
                            if (looks.incrementAndGet() == 2) {
                                throw new IllegalArgumentException("broken");
                            }
                            return 0;
                        },
                        seen -> false))
                .hasRootCauseMessage("broken");
    }
}
