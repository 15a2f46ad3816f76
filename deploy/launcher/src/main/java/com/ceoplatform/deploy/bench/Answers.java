package com.ceoplatform.deploy.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the platform answered to the operations of a scenario. */
final class Answers {

    /** Instead of a status when there was no answer. */
    static final int NO_ANSWER = 0;

    private static final int FIRST_ERROR = 400;

    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private int outstanding;

    synchronized void sent() {
        outstanding++;
    }

    synchronized void answered() {
        outstanding--;
    }

    /** Takes one answer that counts; kinds are the rows it is shown in. Errors have no latency. */
    synchronized void take(List<String> kinds, int status, long nanos) {
        if (isWell(status)) {
            for (String kind : kinds) {
                latencies.computeIfAbsent(kind, name -> new Latencies()).record(nanos);
            }
        } else {
            error(status == NO_ANSWER ? "no answer" : Integer.toString(status));
        }
    }

    synchronized void error(String name) {
        errors.merge(name, 1, Integer::sum);
    }

    synchronized boolean isOutstanding() {
        return outstanding > 0;
    }

    synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errors);
    }

    synchronized Map<String, Latencies> latencies() {
        return new LinkedHashMap<>(latencies);
    }

    static boolean isWell(int status) {
        return status != NO_ANSWER && status < FIRST_ERROR;
    }
}
