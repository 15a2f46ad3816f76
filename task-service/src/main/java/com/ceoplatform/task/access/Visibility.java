package com.ceoplatform.task.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The rule of who sees a task, as conditions on the table {@code task t}: with a channel, its members do, and everybody
 * when the channel is public; without one, those who created it, do it or watch it, and the manager of the department of
 * the creator or of an assignee. The CEO sees all but what belongs to other people's direct conversations.
 *
 * @param alternatives one of them holds for a visible task, and never two at once
 * @param parameters of the conditions, all named {@code v...}
 */
public record Visibility(List<String> alternatives, Map<String, Object> parameters) {

    /** Each alternative is said as an index has it, so that PostgreSQL can put the tasks of a few together. */
    private static final String IN_CHANNEL = """
            t.channel_id = ANY(ARRAY(
                SELECT m.channel_id FROM directory_member m WHERE m.user_id = :vMe
                UNION ALL SELECT c.id FROM directory_channel c WHERE c.privacy = 'public'{told}))""";

    private static final String TOLD = "\n    UNION ALL SELECT unnest(CAST(:vChannels AS uuid[]))";

    private static final String IN_KNOWN_CHANNEL = "t.channel_id = ANY(:vSeen)";

    private static final String WITHOUT_CHANNEL = """
            (t.channel_id IS NULL AND (
                t.created_by = :vMe
                OR (t.assignee_ids <> '{}' AND t.assignee_ids @> ARRAY[CAST(:vMe AS uuid)])
                OR (t.watcher_ids <> '{}' AND t.watcher_ids @> ARRAY[CAST(:vMe AS uuid)])""";

    private static final String LED = """
            \nOR t.created_by = ANY(:vTeam)
                OR (t.assignee_ids <> '{}' AND t.assignee_ids && CAST(:vTeam AS uuid[]))""";

    private static final String NOT_OTHERS_DIRECT = """
            (t.channel_id IS NULL OR NOT EXISTS (
                SELECT 1 FROM directory_channel c WHERE c.id = t.channel_id AND c.type = 'direct'
                AND NOT EXISTS (SELECT 1 FROM directory_member m WHERE m.channel_id = c.id AND m.user_id = :vMe)){told})""";

    public Visibility {
        alternatives = List.copyOf(alternatives);
        parameters = Map.copyOf(parameters);
    }

    public static Visibility of(Viewer viewer) {
        Map<String, Object> parameters = new HashMap<>();
        boolean told = !viewer.channels().isEmpty();
        if (told) {
            parameters.put("vChannels", ids(viewer.channels().keySet()));
        }
        if (viewer.isCeo()) {
            parameters.put("vMe", viewer.id());
            String rule = NOT_OTHERS_DIRECT.replace("{told}", told ? " OR t.channel_id = ANY(:vChannels)" : "");
            return new Visibility(List.of(rule), parameters);
        }
        return of(viewer, IN_CHANNEL.replace("{told}", told ? TOLD : ""), parameters);
    }

    /**
     * The same rule for somebody else than the CEO, so that PostgreSQL can tell how much of the table it lets through.
     *
     * @param channelIds where the viewer is a member, and all public ones
     */
    public static Visibility of(Viewer viewer, Collection<UUID> channelIds) {
        Set<UUID> seen = new HashSet<>(channelIds);
        seen.addAll(viewer.channels().keySet());
        return of(viewer, IN_KNOWN_CHANNEL, new HashMap<>(Map.of("vSeen", ids(seen))));
    }

    private static Visibility of(Viewer viewer, String inChannel, Map<String, Object> parameters) {
        parameters.put("vMe", viewer.id());
        boolean leads = !viewer.team().isEmpty();
        if (leads) {
            parameters.put("vTeam", ids(viewer.team()));
        }
        return new Visibility(List.of(WITHOUT_CHANNEL + (leads ? LED : "") + "))", inChannel), parameters);
    }

    private static UUID[] ids(Collection<UUID> some) {
        return some.toArray(UUID[]::new);
    }

    /** All alternatives in one. */
    public String condition() {
        return "(" + String.join("\n OR ", alternatives) + ")";
    }
}
