package com.ceoplatform.task.access;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The rule of who sees a task, as a condition on the table {@code task t}: with a channel, its members do, and everybody
 * when the channel is public; without one, those who created it, do it or watch it, and the manager of the department of
 * the creator or of an assignee. The CEO sees all but what belongs to other people's direct conversations.
 *
 * @param parameters of the condition, all named {@code v...}
 */
public record Visibility(String condition, Map<String, Object> parameters) {

    /** Each alternative is said as an index has it, so that PostgreSQL can put the tasks of a few together. */
    private static final String IN_CHANNEL = """
            t.channel_id = ANY(ARRAY(
                SELECT m.channel_id FROM directory_member m WHERE m.user_id = :vMe
                UNION ALL SELECT c.id FROM directory_channel c WHERE c.privacy = 'public'))""";

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
                AND NOT EXISTS (SELECT 1 FROM directory_member m WHERE m.channel_id = c.id AND m.user_id = :vMe)))""";

    public Visibility {
        parameters = Map.copyOf(parameters);
    }

    public static Visibility of(Viewer viewer) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("vMe", viewer.id());
        String rule = NOT_OTHERS_DIRECT;
        if (!viewer.isCeo()) {
            boolean leads = !viewer.team().isEmpty();
            if (leads) {
                parameters.put("vTeam", viewer.team().toArray(UUID[]::new));
            }
            rule = WITHOUT_CHANNEL + (leads ? LED : "") + "))\n OR " + IN_CHANNEL;
        }
        if (!viewer.channels().isEmpty()) {
            parameters.put("vChannels", viewer.channels().keySet().toArray(UUID[]::new));
            rule += "\n OR t.channel_id = ANY(:vChannels)";
        }
        return new Visibility("(" + rule + ")", parameters);
    }
}
