package com.ceoplatform.realtime.socket;

import java.time.Clock;

/** How many frames one client may still send this second; used by its event loop only. */
final class FrameRate {

    private final int perSecond;
    private final Clock clock;
    private long second;
    private int used;

    FrameRate(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    boolean allows() {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            used = 0;
        }
        used++;
        return used <= perSecond;
    }
}
