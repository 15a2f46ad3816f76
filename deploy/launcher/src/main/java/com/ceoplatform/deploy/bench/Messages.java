package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Messages into one channel, to all of its members. */
final class Messages implements Scenario {

    private final Crowd crowd;
    private final Correlation.ByToken correlation;

    Messages(Crowd crowd, String run) {
        this.crowd = crowd;
        this.correlation = new Correlation.ByToken(run, Set.of("message.posted"), "sequence");
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        return crowd.calls()
                .send(
                        crowd.person(operation),
                        "POST",
                        "/channels/" + crowd.channelId() + "/messages",
                        Map.of("content", correlation.token(operation) + " The figures are in, see the shared folder"));
    }

    @Override
    public Correlation correlation() {
        return correlation;
    }

    @Override
    public Audience audience() {
        return (operation, receiver) -> true;
    }
}
