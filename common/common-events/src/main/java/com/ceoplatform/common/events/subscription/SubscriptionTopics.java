package com.ceoplatform.common.events.subscription;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The topics that belong to one subscription alone, all named after its consumer group. */
public record SubscriptionTopics(String group, int retries) {

    /** Events that failed for good. */
    public String deadLetters() {
        return group + ".dlt";
    }

    /** Dead letters on their way back to this group alone. */
    public String redriven() {
        return group + ".redriven";
    }

    /** Where an event waits before its further attempt {@code n}, counted from 1. */
    public String retry(int n) {
        return group + ".retry-" + n;
    }

    List<String> all() {
        return Stream.concat(
                        Stream.of(deadLetters(), redriven()),
                        IntStream.rangeClosed(1, retries).mapToObj(this::retry))
                .toList();
    }
}
