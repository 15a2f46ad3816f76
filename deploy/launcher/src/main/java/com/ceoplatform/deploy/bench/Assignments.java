package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Tasks that the CEO gives to one person after the other, and the notification of that person. */
final class Assignments implements Scenario {

    private final Crowd crowd;
    private final Person ceo;
    private final Correlation.ByToken correlation;

    Assignments(Crowd crowd, Person ceo, String run) {
        this.crowd = crowd;
        this.ceo = ceo;
        this.correlation = new Correlation.ByToken(run, Set.of("notification.created"), "");
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        return crowd.calls()
                .send(
                        ceo,
                        "POST",
                        "/tasks",
                        Map.of(
                                "title",
                                correlation.token(operation) + " Read the figures",
                                "assigneeIds",
                                List.of(crowd.person(operation).userId())));
    }

    @Override
    public Correlation correlation() {
        return correlation;
    }

    @Override
    public Audience audience() {
        return (operation, receiver) -> receiver == operation % crowd.size();
    }
}
