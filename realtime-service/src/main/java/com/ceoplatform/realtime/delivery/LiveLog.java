package com.ceoplatform.realtime.delivery;

import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.log.LogSettings;
import com.ceoplatform.realtime.log.LoggedEvent;
import com.ceoplatform.realtime.log.Positions;
import com.ceoplatform.realtime.log.Window;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The window and the connections that follow it live. Both change under one lock, so that a connection goes live between
 * two events: it gets the later one live and the earlier one by its replay, never none and never in the wrong order.
 */
@Component
class LiveLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final Window window;
    private final Set<Connection> live = new HashSet<>();

    /** Events and the point that they lead to. */
    record Piece(List<LoggedEvent> events, Point end) {}

    LiveLog(LogSettings settings, MeterRegistry meters) {
        this.window = new Window(settings.windowEvents(), settings.windowSize().toBytes());
        Gauge.builder("realtime.window.events", window, Window::size).register(meters);
    }

    /** Runs something that must not be torn apart. */
    void exclusively(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    void begin(Map<String, Long> offsets) {
        exclusively(() -> offsets.forEach(window::begin));
    }

    /** False when it was there before. */
    boolean append(LoggedEvent event) {
        lock.lock();
        try {
            return window.append(event);
        } finally {
            lock.unlock();
        }
    }

    void pass(String stream, long offset) {
        exclusively(() -> window.handle(stream, offset));
    }

    Point point() {
        lock.lock();
        try {
            return new Point(window.last(), window.positions());
        } finally {
            lock.unlock();
        }
    }

    /** What came after a point; empty when some of it is not in memory any more. */
    Optional<Piece> after(long sequence) {
        lock.lock();
        try {
            return window.after(sequence).map(events -> new Piece(events, point()));
        } finally {
            lock.unlock();
        }
    }

    List<LoggedEvent> newest(int atMost) {
        lock.lock();
        try {
            return window.newest(atMost);
        } finally {
            lock.unlock();
        }
    }

    /** Where in the window a client with these positions goes on; empty when it missed more than is in memory. */
    OptionalLong find(Positions positions) {
        lock.lock();
        try {
            return window.sequenceOf(positions);
        } finally {
            lock.unlock();
        }
    }

    /** Lets a connection that has everything up to that event follow live; false when more has come meanwhile. */
    boolean join(Connection connection, long sequence, @Nullable Frame last) {
        lock.lock();
        try {
            if (window.last() != sequence) {
                return false;
            }
            if (last != null) {
                connection.offer(last);
            }
            live.add(connection);
            if (connection.isClosing()) {
                live.remove(connection);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** From now on the connection gets no live events; whether it did. */
    boolean leave(Connection connection) {
        lock.lock();
        try {
            return live.remove(connection);
        } finally {
            lock.unlock();
        }
    }

    boolean isLive(Connection connection) {
        lock.lock();
        try {
            return live.contains(connection);
        } finally {
            lock.unlock();
        }
    }
}
