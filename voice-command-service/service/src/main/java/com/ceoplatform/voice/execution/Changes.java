package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.Fields;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.Effect.Changed;
import com.ceoplatform.voice.command.Effect.Thing;
import com.ceoplatform.voice.organisation.OrganisationCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Sets fields and puts them back, each time against the version that was looked at, so that no one else's change is lost. */
@Component
class Changes {

    private static final int MOST_TRIES = 5;

    private final ServiceCalls calls;
    private final OrganisationCopy organisation;

    Changes(ServiceCalls calls, OrganisationCopy organisation) {
        this.calls = calls;
        this.organisation = organisation;
    }

    /** Makes the change; one that was made already, before a crash, is left as it is. */
    void make(Changed change, CallScope scope) {
        long version = before(change, ExpectedEffects.VERSION).asLong(0);
        for (int tries = 1; ; tries++) {
            try {
                patch(change, change.after(), version, scope);
                return;
            } catch (CallFailure failure) {
                if (failure.kind() != CallFailure.Kind.STALE || tries == MOST_TRIES) {
                    throw failure;
                }
                JsonNode now = calls.call(read(change), scope);
                if (Fields.holds(now, change.after())) {
                    return;
                }
                version = now.path(ExpectedEffects.VERSION).asLong(0);
            }
        }
    }

    /** Puts back the fields that still have the value given; answers the names of those that somebody changed since. */
    List<String> putBack(Changed change, CallScope scope) {
        for (int tries = 1; ; tries++) {
            JsonNode now = calls.call(read(change), scope);
            Map<String, JsonNode> old = new LinkedHashMap<>();
            List<String> changedSince = new ArrayList<>();
            change.after().forEach((field, value) -> {
                JsonNode before = before(change, field);
                JsonNode current = now.path(field);
                if (Fields.same(current, value) && !Fields.same(current, before)) {
                    old.put(field, before);
                } else if (!Fields.same(current, before)) {
                    changedSince.add(field);
                }
            });
            if (old.isEmpty()) {
                return changedSince;
            }
            try {
                patch(change, old, now.path(ExpectedEffects.VERSION).asLong(0), scope);
                return changedSince;
            } catch (CallFailure failure) {
                if (failure.kind() != CallFailure.Kind.STALE || tries == MOST_TRIES) {
                    throw failure;
                }
            }
        }
    }

    private static JsonNode before(Changed change, String field) {
        return change.before().getOrDefault(field, NullNode.getInstance());
    }

    private void patch(Changed change, Map<String, JsonNode> fields, long version, CallScope scope) {
        JsonNode now = calls.call(Call.patch(service(change), path(change), fields, version, change.id()), scope);
        organisation.learn(change.thing() == Thing.TASK, now);
    }

    private static Call read(Changed change) {
        return Call.get(service(change), path(change), change.id());
    }

    private static String service(Changed change) {
        return change.thing() == Thing.TASK ? "task" : "channel";
    }

    private static String path(Changed change) {
        return change.thing() == Thing.TASK ? "/api/v1/tasks/{id}" : "/api/v1/channels/{id}";
    }
}
