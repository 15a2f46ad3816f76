package com.ceoplatform.realtime.log;

import com.ceoplatform.common.events.Event;
import java.util.Map;

/** Who follows the log; called by one thread, in the order of every stream. */
public interface LogListener {

    /** How far every stream was handled; without streams before the first start. */
    Positions handled();

    /** The log starts (again) after these offsets per stream. */
    void started(Map<String, Long> offsets);

    /** The next event. */
    void onEvent(LoggedEvent event);

    /** A record that nobody may see was passed over. */
    void onSkipped(String stream, long offset);

    /** Any event of users or sessions, before it is delivered. */
    void onPeople(Event<byte[]> event);
}
