package com.ceoplatform.voice.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GateTests {

    private final Gate gate = new Gate(2, 3, TooBusyException::commands);
    private final CountDownLatch enough = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();

    @Test
    void letsSoManyInKeepsSoManyWaitingAndRefusesTheRest() throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int one = 0; one < 5; one++) {
            all.add(Thread.startVirtualThread(() -> gate.pass(this::work)));
        }
        Awaitility.await().until(() -> inside.get() == 2);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(all).filteredOn(GateTests::waits).hasSize(5));

        assertThatThrownBy(() -> gate.pass(() -> "one too many")).isInstanceOf(TooBusyException.class);
        assertThat(inside).hasValue(2);

        enough.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(passed).hasValue(5);
        assertThat(gate.pass(() -> "room again")).isEqualTo("room again");
    }

    @Test
    void leavesNothingBehindWhenTheWorkFails() {
        Gate narrow = new Gate(1, 0, TooBusyException::commands);

        assertThatThrownBy(() -> narrow.pass(() -> {
                    throw new IllegalArgumentException("for the test");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(narrow.pass(() -> "room")).isEqualTo("room");
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private int work() {
        inside.incrementAndGet();
        try {
            enough.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        inside.decrementAndGet();
        return passed.incrementAndGet();
    }
}
