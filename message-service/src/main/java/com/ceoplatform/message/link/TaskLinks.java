package com.ceoplatform.message.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tasks that a text names: addresses that lead to a task ({@code https://.../tasks/<id>}), {@code task:<id>},
 * {@code task <id>} and {@code #<id>}. Whether such a task exists, and who may see it, is for task-service to say.
 */
public final class TaskLinks {

    /** More are text, not references. */
    private static final int AT_MOST = 50;

    private static final Pattern LINK = Pattern.compile("(?i)(?:/tasks/|\\btask[: ]\\s?#?|#)"
            + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])");

    private TaskLinks() {}

    /** In the order of their first mention. */
    public static List<UUID> in(String text) {
        Set<UUID> tasks = new LinkedHashSet<>();
        Matcher link = LINK.matcher(text);
        while (tasks.size() < AT_MOST && link.find()) {
            tasks.add(UUID.fromString(link.group(1)));
        }
        return List.copyOf(tasks);
    }
}
