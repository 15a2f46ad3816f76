package com.ceoplatform.task.access;

import com.ceoplatform.common.security.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rule of {@link Visibility} in two halves: what is counted for everybody who sees it, in the table {@code task_tally}, and
 * the rest, which few see and which is little. A visible task is in exactly one of them.
 *
 * @param tallies condition on the tallies of everything, or of a department with the parameter {@code vDepartment}
 * @param people condition on the tallies of people
 * @param counted what these tallies count, as conditions on {@code task t}; never two of them hold at once
 * @param rest all else that the viewer sees; never two of them hold at once
 * @param parameters of the conditions, all named {@code v...}
 */
public record CountedVisibility(
        String tallies, String people, List<String> counted, List<String> rest, Map<String, Object> parameters) {

    private static final String NO_DIRECT = """
            (t.channel_id IS NULL OR NOT EXISTS (
                SELECT 1 FROM directory_channel c WHERE c.id = t.channel_id AND c.type = 'direct'))""";

    private static final String OWN_DIRECT = """
            t.channel_id = ANY(ARRAY(
                SELECT m.channel_id FROM directory_member m JOIN directory_channel c ON c.id = m.channel_id
                WHERE m.user_id = :vMe AND c.type = 'direct'))""";

    private static final String PUBLIC = """
            t.channel_id = ANY(ARRAY(
                SELECT c.id FROM directory_channel c WHERE c.privacy = 'public' AND c.type <> 'direct'))""";

    private static final String OWN_CLOSED = """
            t.channel_id = ANY(ARRAY(
                SELECT m.channel_id FROM directory_member m LEFT JOIN directory_channel c ON c.id = m.channel_id
                WHERE m.user_id = :vMe AND (c.id IS NULL OR c.type = 'direct' OR c.privacy <> 'public')
                UNION SELECT c.id FROM directory_channel c WHERE c.privacy = 'public' AND c.type = 'direct'))""";

    private static final String OWN = """
            (t.channel_id IS NULL AND (
                t.created_by = :vMe
                OR (t.assignee_ids <> '{}' AND t.assignee_ids @> ARRAY[CAST(:vMe AS uuid)])
                OR (t.watcher_ids <> '{}' AND t.watcher_ids @> ARRAY[CAST(:vMe AS uuid)])))""";

    private static final String OF_TEAM = """
            (t.created_by = ANY(:vTeam)
                OR (t.assignee_ids <> '{}' AND t.assignee_ids && CAST(:vTeam AS uuid[])))""";

    private static final String FREE_OF_TEAM = "(t.channel_id IS NULL AND " + OF_TEAM + ")";

    public CountedVisibility {
        counted = List.copyOf(counted);
        rest = List.copyOf(rest);
        parameters = Map.copyOf(parameters);
    }

    /**
     * @param viewer of whom nothing is known ahead of the events
     * @param department of the tasks that are asked about; null is all
     */
    public static CountedVisibility of(Viewer viewer, @Nullable String department) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("vMe", viewer.id());
        parameters.put("vDepartment", Objects.requireNonNullElse(department, ""));
        if (viewer.isCeo()) {
            return new CountedVisibility(
                    "department = :vDepartment",
                    "department = ''",
                    List.of(NO_DIRECT),
                    List.of(OWN_DIRECT),
                    parameters);
        }
        String tallies = "audience = 'PUBLIC' AND department = :vDepartment";
        String people = "audience = 'PUBLIC' AND department = ''";
        List<String> counted = new ArrayList<>(List.of(PUBLIC));
        List<String> rest = new ArrayList<>(List.of(OWN_CLOSED, OWN));
        String led = viewer.caller().role() == Role.MANAGER ? viewer.caller().department() : null;
        if (led != null && !led.isBlank() && !viewer.team().isEmpty()) {
            parameters.put("vTeam", viewer.team().toArray(UUID[]::new));
            // What two departments share is in a tally of neither.
            if (department == null || department.equals(led)) {
                parameters.put("vLed", led);
                String free = "audience = 'FREE' AND department = :vLed";
                tallies = "(" + tallies + " OR " + free + ")";
                people = "(" + people + " OR " + free + ")";
                counted.add(FREE_OF_TEAM);
                rest.set(1, OWN + " AND NOT " + OF_TEAM);
            } else {
                rest.add(FREE_OF_TEAM + " AND NOT " + OWN);
            }
        }
        return new CountedVisibility(tallies, people, counted, rest, parameters);
    }
}
