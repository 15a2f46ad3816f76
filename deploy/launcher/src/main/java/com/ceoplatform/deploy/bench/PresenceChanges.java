package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** People who go away and come back in turn, as the others see it. */
final class PresenceChanges implements Scenario {

    private final Crowd crowd;
    private final Correlation correlation = new ByPersonAndStatus();
    private final Map<String, Integer> operations = new ConcurrentHashMap<>();

    /** Everybody must be online, as after connecting. */
    PresenceChanges(Crowd crowd) {
        this.crowd = crowd;
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        String status = operation / crowd.size() % 2 == 0 ? "away" : "online";
        operations.put(key(crowd.person(operation).userId(), status), operation);
        return crowd.say(operation % crowd.size(), Map.of("type", "presence", "status", status));
    }

    @Override
    public Correlation correlation() {
        return correlation;
    }

    @Override
    public Audience audience() {
        return (operation, receiver) -> receiver != operation % crowd.size();
    }

    @Override
    public List<String> kinds(int operation) {
        return List.of("written");
    }

    private static String key(String userId, String status) {
        return userId + " " + status;
    }

    /** Presence has neither an id nor a text: the latest operation with the same outcome is meant. */
    private final class ByPersonAndStatus implements Correlation {

        @Override
        public int operationOf(String frame) {
            if (!FrameText.text(frame, "type").equals("presence")) {
                return UNKNOWN;
            }
            String key = key(FrameText.text(frame, "userId"), FrameText.text(frame, "status"));
            return operations.getOrDefault(key, UNKNOWN);
        }

        @Override
        public String order() {
            return "";
        }
    }
}
