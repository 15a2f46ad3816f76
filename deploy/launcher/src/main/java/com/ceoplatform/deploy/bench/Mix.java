package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Four reads to a write, for people read more than they write. */
final class Mix implements Scenario {

    private static final int TO_A_WRITE = 5;

    private final Scenario reads;
    private final Scenario writes;

    Mix(Scenario reads, Scenario writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /** An operation of one of the two, by its own number there. */
    private record Turn(Scenario scenario, int operation) {}

    private Turn turn(int operation) {
        int round = operation / TO_A_WRITE;
        int place = operation % TO_A_WRITE;
        return place == TO_A_WRITE - 1 ? new Turn(writes, round) : new Turn(reads, round * (TO_A_WRITE - 1) + place);
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        Turn turn = turn(operation);
        return turn.scenario().send(turn.operation());
    }

    @Override
    public Correlation correlation() {
        return writes.correlation();
    }

    @Override
    public Audience audience() {
        return writes.audience();
    }

    @Override
    public List<String> kinds(int operation) {
        Turn turn = turn(operation);
        return turn.scenario().kinds(turn.operation());
    }
}
