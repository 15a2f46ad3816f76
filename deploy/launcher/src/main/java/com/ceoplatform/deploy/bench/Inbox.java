package com.ceoplatform.deploy.bench;

import java.util.HashMap;
import java.util.Map;

/** What one receiver got of one scenario. */
final class Inbox {

    private static final long NOTHING = 0;

    private final long[] firstEvents;
    private final Map<String, Long> latest = new HashMap<>();
    private int duplicated;
    private int outOfOrder;

    Inbox(int operations) {
        firstEvents = new long[operations];
    }

    /** Whether this is the first frame of that operation. The id is that of the event, empty when it has none. */
    synchronized boolean take(int operation, String id, boolean counts) {
        long event = fingerprint(id);
        if (firstEvents[operation] == NOTHING) {
            firstEvents[operation] = event;
            return true;
        }
        if (counts && !id.isEmpty() && firstEvents[operation] == event) {
            duplicated++;
        }
        return false;
    }

    /** Notes the number of an event of the aggregate, which must be higher than the ones before. */
    synchronized void follow(String aggregate, long number, boolean counts) {
        long before = latest.getOrDefault(aggregate, FrameText.NONE);
        if (number > before) {
            latest.put(aggregate, number);
        } else if (counts) {
            outOfOrder++;
        }
    }

    synchronized boolean has(int operation) {
        return firstEvents[operation] != NOTHING;
    }

    synchronized int duplicated() {
        return duplicated;
    }

    synchronized int outOfOrder() {
        return outOfOrder;
    }

    /** Enough to tell the few events of one operation apart, and never {@link #NOTHING}. */
    private static long fingerprint(String id) {
        long hash = 7;
        for (int at = 0; at < id.length(); at++) {
            hash = 31 * hash + id.charAt(at);
        }
        return hash == NOTHING ? 1 : hash;
    }
}
