package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One kind of operation, sent again and again. */
interface Scenario {

    /** Sends it without waiting; brings the status of the answer, or {@link Answers#NO_ANSWER}. */
    CompletableFuture<Integer> send(int operation);

    Correlation correlation();

    Audience audience();

    /** The rows that the answer is counted in. */
    default List<String> kinds(int operation) {
        return List.of("answer");
    }
}
