package com.ceoplatform.realtime.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The most recent events in the order in which this replica handled them, each with a sequence number, and how far every
 * stream was handled. Not safe for threads: whoever delivers holds a lock anyway.
 */
public final class Window {

    private final @Nullable LoggedEvent[] ring;
    private final long maxWeight;
    private final Map<String, Stretch> streams = new HashMap<>();
    private long first = 1;
    private long last;
    private long weight;

    /** What is here of a stream. */
    private static final class Stretch {
        private final TreeMap<Long, Long> sequences = new TreeMap<>();
        private long handled;
        private long evicted;

        private Stretch(long start) {
            handled = start;
            evicted = start;
        }
    }

    public Window(int maxEvents, long maxWeight) {
        this.ring = new LoggedEvent[maxEvents];
        this.maxWeight = maxWeight;
    }

    /** Begins a stream whose events up to this offset lie before the window. */
    public void begin(String stream, long handled) {
        streams.putIfAbsent(stream, new Stretch(handled));
    }

    /** Adds the newest event; a repeated one changes nothing and is refused. */
    public boolean append(LoggedEvent event) {
        if (!handle(event.stream(), event.offset())) {
            return false;
        }
        makeRoom(event.weight());
        last++;
        ring[slot(last)] = event;
        weight += event.weight();
        stretch(event.stream()).sequences.put(event.offset(), last);
        return true;
    }

    /** Passes over a record that nobody may see; false when it had been handled before. */
    public boolean handle(String stream, long offset) {
        Stretch stretch = stretch(stream);
        if (offset <= stretch.handled) {
            return false;
        }
        stretch.handled = offset;
        return true;
    }

    private void makeRoom(int coming) {
        while (size() > 0 && (size() == ring.length || weight + coming > maxWeight)) {
            LoggedEvent oldest = at(first);
            ring[slot(first)] = null;
            first++;
            weight -= oldest.weight();
            Stretch stretch = stretch(oldest.stream());
            stretch.sequences.remove(oldest.offset());
            stretch.evicted = oldest.offset();
        }
    }

    /** How far every stream was handled. */
    public Positions positions() {
        Map<String, Long> offsets = new HashMap<>();
        streams.forEach((stream, stretch) -> offsets.put(stream, stretch.handled));
        return new Positions(offsets);
    }

    /** The sequence number of the newest event. */
    public long last() {
        return last;
    }

    public int size() {
        return (int) (last - first + 1);
    }

    /** Everything after a sequence number; empty when some of it is gone. */
    public Optional<List<LoggedEvent>> after(long sequence) {
        if (sequence + 1 < first) {
            return Optional.empty();
        }
        List<LoggedEvent> events = new ArrayList<>((int) (last - sequence));
        for (long next = sequence + 1; next <= last; next++) {
            events.add(at(next));
        }
        return Optional.of(events);
    }

    /** The newest events, newest first, this many at most. */
    public List<LoggedEvent> newest(int atMost) {
        List<LoggedEvent> events = new ArrayList<>();
        for (long next = last; next >= first && events.size() < atMost; next--) {
            events.add(at(next));
        }
        return events;
    }

    /** The sequence number after which everything beyond these positions lies; empty when some of it is gone. */
    public OptionalLong sequenceOf(Positions positions) {
        if (!positions.all((stream, offset) -> offset >= stretch(stream).evicted)) {
            return OptionalLong.empty();
        }
        long start = last;
        for (Map.Entry<String, Stretch> entry : streams.entrySet()) {
            var next = entry.getValue().sequences.higherEntry(positions.of(entry.getKey()));
            if (next != null) {
                start = Math.min(start, next.getValue() - 1);
            }
        }
        return OptionalLong.of(start);
    }

    private Stretch stretch(String stream) {
        Stretch stretch = streams.get(stream);
        if (stretch == null) {
            throw new IllegalArgumentException("Unknown stream " + stream);
        }
        return stretch;
    }

    private LoggedEvent at(long sequence) {
        LoggedEvent event = ring[slot(sequence)];
        if (event == null) {
            throw new IllegalStateException("Nothing at " + sequence);
        }
        return event;
    }

    private int slot(long sequence) {
        return (int) (sequence % ring.length);
    }
}
