package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.Admission;
import com.ceoplatform.realtime.audience.MembershipHistory;
import com.ceoplatform.realtime.audience.Verdict;
import com.ceoplatform.realtime.audience.Viewer;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.frame.ServerFrames;
import com.ceoplatform.realtime.log.LoggedEvent;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What viewers see of events: whether at all, and which frame. */
@Component
class Sight {

    private final Admission admission;
    private final ServerFrames frames;

    Sight(Admission admission, ServerFrames frames) {
        this.admission = requireNonNull(admission, "admission is null");
        this.frames = requireNonNull(frames, "frames is null");
    }

    /** Whether a viewer may see an event that happens now. */
    Verdict of(Viewer viewer, LoggedEvent event) {
        return admission.of(viewer, event.addressed().audience());
    }

    /** Whether a viewer may see an event of the past. */
    Verdict of(Viewer viewer, LoggedEvent event, MembershipHistory history) {
        return admission.of(viewer, event.addressed().audience(), history, event.time());
    }

    /** The frame for somebody who may see the event: the one that all share, or one without what is not theirs to know. */
    Frame frame(Viewer viewer, LoggedEvent event) {
        boolean whole = !event.addressed().isPartly()
                || event.addressed().audience().people().contains(viewer.userId());
        return whole ? event.frame() : frames.changed(event.frame(), data -> restrict(data, viewer));
    }

    /** As REST shows a file: with the channels that the reader sees, and its tasks to the CEO only. */
    private void restrict(ObjectNode data, Viewer viewer) {
        Predicate<JsonNode> channels = id -> admission.seesChannel(viewer, UUID.fromString(id.asString()));
        Predicate<JsonNode> tasks = id -> viewer.caller().isCeo();
        keep(data, "channelIds", channels);
        keep(data, "taskIds", tasks);
        if (data.get("changed") instanceof ObjectNode changed) {
            keepChange(changed, "channelIds", channels);
            keepChange(changed, "taskIds", tasks);
        }
    }

    private static void keepChange(ObjectNode changed, String field, Predicate<JsonNode> known) {
        if (changed.get(field) instanceof ObjectNode change) {
            keep(change, "from", known);
            keep(change, "to", known);
            if (change.path("from").equals(change.path("to"))) {
                changed.remove(field);
            }
        }
    }

    private static void keep(ObjectNode holder, String field, Predicate<JsonNode> known) {
        if (holder.get(field) instanceof ArrayNode ids) {
            ids.removeIf(known.negate());
        }
    }
}
