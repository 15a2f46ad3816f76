package com.ceoplatform.voice.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.recognition.RecogniserThreads.Courtesy;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecogniserThreadsTests {

    private final RecogniserThreads threads = new RecogniserThreads(1, 1);
    private final CountDownLatch enough = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void computesOnThreadsOfTheOperatingSystem() throws Exception {
        assertThat(threads.need(() -> Thread.currentThread().isVirtual()).get()).isFalse();
    }

    @Test
    void refusesWhatHasNoPlaceAndTakesTheNextWhenOneIsFree() throws Exception {
        Future<String> first = threads.need(patient("first"));
        Future<String> second = threads.need(patient("second"));

        assertThat(threads.hasPlace()).isFalse();
        assertThatThrownBy(() -> threads.need(patient("third"))).isInstanceOf(TooBusyException.class);

        enough.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
        assertThat(threads.hasPlace()).isTrue();
    }

    @Test
    void beginsWhatNobodyHasToHaveOnlyWhenAThreadIsIdle() {
        Future<String> needed = threads.need(patient("needed"));

        assertThat(threads.offer(patient("helpful"), Courtesy.HELPFUL)).isEmpty();
        assertThat(threads.offer(patient("nice to have"), Courtesy.DISPENSABLE)).isEmpty();
        assertThat(needed.isDone()).isFalse();
    }

    @Test
    void queuesWhatWillProbablyBeNeededWhileMuchOfTheQueueIsFree() throws Exception {
        try (RecogniserThreads many = new RecogniserThreads(1, 4)) {
            Future<String> needed = many.need(patient("needed"));
            Future<String> likely =
                    many.offer(patient("likely"), Courtesy.LIKELY).orElseThrow();
            assertThat(many.offer(patient("likely too"), Courtesy.LIKELY)).isPresent();

            assertThat(many.offer(patient("likely as well"), Courtesy.LIKELY)).isEmpty();

            enough.countDown();
            assertThat(needed.get()).isEqualTo("needed");
            assertThat(likely.get()).isEqualTo("likely");
        }
    }

    @Test
    void givesUpWhatIsDispensableForWhatWillProbablyBeNeeded() throws Exception {
        Future<String> glance =
                threads.offer(patient("a glance"), Courtesy.DISPENSABLE).orElseThrow();

        assertThat(threads.offer(() -> "likely", Courtesy.LIKELY).orElseThrow().get())
                .isEqualTo("likely");
        assertThat(glance.isCancelled()).isTrue();
    }

    @Test
    void restsAfterWhatIsDispensableTwiceAsLongAsThatTook() throws Exception {
        AtomicLong now = new AtomicLong();
        try (RecogniserThreads timed = new RecogniserThreads(1, 1, now::get)) {
            timed.offer(() -> now.addAndGet(10), Courtesy.DISPENSABLE)
                    .orElseThrow()
                    .get();

            now.set(29);
            assertThat(timed.offer(() -> "too soon", Courtesy.DISPENSABLE)).isEmpty();
            now.set(30);
            assertThat(timed.offer(() -> "rested", Courtesy.DISPENSABLE)).isPresent();
        }
    }

    @Test
    void givesUpWhatIsDispensableForWhatIsNeeded() throws Exception {
        Future<String> glance =
                threads.offer(patient("a glance"), Courtesy.DISPENSABLE).orElseThrow();

        assertThat(threads.need(() -> "needed").get()).isEqualTo("needed");
        assertThat(glance.isCancelled()).isTrue();
    }

    @Test
    void finishesWhatWillProbablyBeNeeded() throws Exception {
        Future<String> likely =
                threads.offer(patient("likely"), Courtesy.LIKELY).orElseThrow();
        Future<String> needed = threads.need(() -> "needed");

        enough.countDown();
        assertThat(likely.get()).isEqualTo("likely");
        assertThat(needed.get()).isEqualTo("needed");
    }

    private Callable<String> patient(String answer) {
        return () -> {
            enough.await();
            return answer;
        };
    }
}
