package com.ceoplatform.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecognitionSlotsTests {

    @Test
    void refusesOneMoreThanThereAreSlots() {
        RecognitionSlots slots = new RecognitionSlots(2, Duration.ofMillis(1));
        slots.acquire();
        slots.acquire();

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(slots::acquire)
                .withMessage("All 2 recognisers were busy for 1 ms")
                .returns(SpeechFailure.ENGINE_BUSY, SpeechException::failure);
    }

    @Test
    void handsAReleasedSlotToTheOneWaiting() {
        RecognitionSlots slots = new RecognitionSlots(1, Duration.ofSeconds(30));
        slots.acquire();
        CompletableFuture<Duration> waiting = CompletableFuture.supplyAsync(slots::acquire);

        slots.release();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void keepsTheInterruptOfAThreadThatWaits() {
        RecognitionSlots slots = new RecognitionSlots(1, Duration.ofSeconds(30));
        slots.acquire();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(SpeechException.class)
                .isThrownBy(slots::acquire)
                .returns(SpeechFailure.ENGINE_BUSY, SpeechException::failure);
        assertThat(Thread.interrupted()).isTrue();
    }
}
