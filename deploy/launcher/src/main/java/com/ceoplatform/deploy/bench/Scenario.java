package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.concurrent.CompletableFuture;

/** One kind of operation, sent again and again. */
interface Scenario {

    /** Sends it without waiting; brings the status of the answer, or {@link Answers#NO_ANSWER}. */
    CompletableFuture<Integer> send(int operation);

    Correlation correlation();

    Audience audience();

    /** The row that the answer is counted in. */
    default String kind(int operation) {
        return "answer";
    }
}
