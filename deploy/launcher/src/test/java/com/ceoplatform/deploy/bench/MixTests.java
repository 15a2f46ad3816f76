package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixTests {

    private final List<String> sent = new ArrayList<>();
    private final Mix mix = new Mix(new Noting("r"), new Noting("w"));

    private final class Noting implements Scenario {

        private final String name;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public CompletableFuture<Integer> send(int operation) {
            sent.add(name + operation);
            return CompletableFuture.completedFuture(200);
        }

        @Override
        public Correlation correlation() {
            return new Correlation.ByToken("", Set.of(), "");
        }

        @Override
        public Audience audience() {
            return (operation, receiver) -> false;
        }

        @Override
        public List<String> kinds(int operation) {
            return List.of("all", name + operation);
        }
    }

    @Test
    void readsFourTimesBeforeItWritesAndSkipsNothing() {
        IntStream.range(0, 10).forEach(operation -> mix.send(operation).join());

        assertThat(sent).containsExactly("r0", "r1", "r2", "r3", "w0", "r4", "r5", "r6", "r7", "w1");
    }

    @Test
    void showsEachWhereItBelongs() {
        assertThat(mix.kinds(4)).containsExactly("all", "w0");
        assertThat(mix.kinds(5)).containsExactly("all", "r4");
    }
}
