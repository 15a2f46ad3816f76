package com.ceoplatform.deploy.bench;

import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.json.JsonMapper;

/** The people of the load, each with a WebSocket, all of them members of one channel. */
final class Crowd implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Calls calls;
    private final List<Person> people;
    private final String channelId;
    private final Ticker ticker;
    private final List<WebSocket> sockets = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();
    private volatile FrameSink sink = FrameSink.NOWHERE;
    private volatile boolean closing;

    Crowd(Calls calls, List<Person> people, String channelId, Ticker ticker) {
        this.calls = calls;
        this.people = List.copyOf(people);
        this.channelId = channelId;
        this.ticker = ticker;
    }

    void connect() {
        for (int index = 0; index < people.size(); index++) {
            int receiver = index;
            sockets.add(Receiver.open(
                    calls,
                    people.get(index),
                    frame -> sink.frame(receiver, frame, ticker.nanos()),
                    why -> endedWith("WebSocket " + why)));
        }
    }

    Calls calls() {
        return calls;
    }

    int size() {
        return people.size();
    }

    String channelId() {
        return channelId;
    }

    /** The people take turns. */
    Person person(int operation) {
        return people.get(Math.floorMod(operation, people.size()));
    }

    void deliverTo(FrameSink next) {
        sink = next;
    }

    /** Sends a frame as that person. 200 when it was written. */
    CompletableFuture<Integer> say(int receiver, Map<String, String> frame) {
        return sockets.get(receiver)
                .sendText(JSON.writeValueAsString(frame), true)
                .handle((socket, failure) -> failure == null ? 200 : Answers.NO_ANSWER);
    }

    /** Why connections ended since the last time this was asked. */
    List<String> ended() {
        List<String> reasons = new ArrayList<>();
        for (String reason = ended.poll(); reason != null; reason = ended.poll()) {
            reasons.add(reason);
        }
        return reasons;
    }

    @Override
    public void close() {
        closing = true;
        sockets.forEach(WebSocket::abort);
    }

    private void endedWith(String reason) {
        if (!closing) {
            ended.add(reason);
        }
    }
}
