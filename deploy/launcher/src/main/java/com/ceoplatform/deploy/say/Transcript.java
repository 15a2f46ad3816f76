package com.ceoplatform.deploy.say;

import java.io.PrintWriter;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Prints what happens, each line with the time since the command was sent. */
final class Transcript {

    private static final String COMMAND_EVENT = "command.";

    private final PrintWriter out;
    private long begun;
    private boolean planShown;

    Transcript(PrintWriter out) {
        this.out = out;
    }

    synchronized void note(String line) {
        out.println(line);
        out.flush();
    }

    synchronized void begin() {
        begun = System.nanoTime();
    }

    /** A frame of the speaker's own connection: the steps of the command. */
    synchronized void ownFrame(JsonNode frame) {
        String event = frame.path("event").asString("");
        if (!frame.path("type").asString("").equals("event") || !event.startsWith(COMMAND_EVENT)) {
            return;
        }
        JsonNode data = frame.path("data");
        switch (event.substring(COMMAND_EVENT.length())) {
            case "planned" -> showPlan(data);
            case "action_completed", "action_failed" -> {
                JsonNode action = Plan.actionOf(data);
                stamped(
                        "action",
                        Plan.describe(action) + "  " + action.path("status").asString("done") + Plan.result(action));
            }
            case "received" -> stamped("heard", '"' + data.path("transcript").asString("") + '"');
            default ->
                stamped("command", event.substring(COMMAND_EVENT.length()).replace('_', ' '));
        }
    }

    /** A frame of somebody else's connection: what that person sees. */
    synchronized void othersFrame(String person, JsonNode frame) {
        if (begun == 0 || !frame.path("type").asString("").equals("event")) {
            return;
        }
        JsonNode data = frame.path("data");
        String what = "";
        for (String field : new String[] {"title", "name", "content", "text"}) {
            if (what.isEmpty()) {
                what = data.path(field).asString("");
            }
        }
        stamped(person, frame.path("event").asString("") + (what.isEmpty() ? "" : "  " + what));
    }

    synchronized void answered() {
        stamped("answer", "");
    }

    /** The end: plan, reply and timings as the API tells them, whatever frames were seen. */
    synchronized void conclude(JsonNode command) {
        out.println();
        out.println("Transcript  " + command.path("transcript").asString(""));
        if (!planShown) {
            command.path("plan").path("actions").forEach(action -> out.println("Plan        " + Plan.describe(action)));
        }
        for (JsonNode action : command.path("plan").path("actions")) {
            out.println("Action      %s  %s%s"
                    .formatted(
                            action.path("id").asString(""),
                            action.path("status").asString(""),
                            Plan.result(action)));
        }
        out.println("Status      " + command.path("status").asString(""));
        out.println("Reply       " + command.path("reply").asString(""));
        out.println("Timings     " + Plan.timings(command.path("timings")));
        out.println("Command     " + command.path("id").asString("") + "  conversation "
                + command.path("conversationId").asString(""));
        out.flush();
    }

    private void showPlan(JsonNode data) {
        planShown = true;
        for (JsonNode action : data.path("plan").path("actions")) {
            stamped("plan", Plan.describe(action));
        }
    }

    private void stamped(String who, String what) {
        long millis =
                begun == 0 ? 0 : Duration.ofNanos(System.nanoTime() - begun).toMillis();
        out.println("%+6d ms  %-12s %s".formatted(millis, who, what));
        out.flush();
    }
}
