package com.ceoplatform.task.view;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.access.Visibility;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks as their viewer may see them. Every answer takes the same few queries, whatever the tasks hold and however many they are. */
@Repository
@Transactional(readOnly = true)
public class TaskViews {

    private static final int CHANNELS_BY_ID = 2000;

    private final JdbcClient jdbc;

    TaskViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The task, when it exists and the viewer may see it. */
    public Optional<TaskResponse> find(UUID id, Viewer viewer) {
        return findAll(List.of(id), viewer).stream().findFirst();
    }

    /** Those of the tasks that exist and the viewer may see, in no order. */
    public List<TaskResponse> findAll(Collection<UUID> ids, Viewer viewer) {
        Visibility visibility = Visibility.of(viewer);
        return jdbc.sql(TaskRow.SELECT + " WHERE t.deleted_at IS NULL AND t.id = ANY(:ids) AND "
                        + visibility.condition())
                .param("ids", ids.toArray(UUID[]::new))
                .params(visibility.parameters())
                .query(TaskRow::read)
                .list();
    }

    /**
     * Those of the tasks that exist, whoever may see them, for what others tell of them. Nobody changes them until the
     * transaction ends, so that their events keep the order of their versions.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TaskResponse> lockAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(TaskRow.SELECT
                        + " WHERE t.deleted_at IS NULL AND t.id = ANY(:ids) ORDER BY t.id FOR UPDATE OF t")
                .param("ids", ids.toArray(UUID[]::new))
                .query(TaskRow::read)
                .list();
    }

    public CursorPage<TaskResponse> list(
            TaskFilter filter, TaskOrder order, int limit, @Nullable String cursor, Viewer viewer) {
        Cursor after = cursor == null ? null : order.decode(cursor);
        Visibility visibility = visibilityOf(viewer);
        if (filter.hasWords()) {
            List<TaskResponse> near = rows(TaskQuery.near(filter, order, after, visibility), limit);
            if (near.size() > limit) {
                return CursorPage.of(near, limit, order::cursorAfter);
            }
        }
        return CursorPage.of(rows(TaskQuery.of(filter, order, after, visibility), limit), limit, order::cursorAfter);
    }

    /** Who sees many tasks walks the index of the order, who sees few collects those: PostgreSQL chooses by these ids. */
    private Visibility visibilityOf(Viewer viewer) {
        if (viewer.isCeo()) {
            return Visibility.of(viewer);
        }
        List<UUID> channels = jdbc.sql("""
                        SELECT m.channel_id FROM directory_member m WHERE m.user_id = :me
                        UNION SELECT c.id FROM directory_channel c WHERE c.privacy = 'public' LIMIT :most
                        """)
                .param("me", viewer.id())
                .param("most", CHANNELS_BY_ID + 1)
                .query(UUID.class)
                .list();
        return channels.size() > CHANNELS_BY_ID ? Visibility.of(viewer) : Visibility.of(viewer, channels);
    }

    private List<TaskResponse> rows(TaskQuery query, int limit) {
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .param("limit", limit + 1)
                .query(TaskRow::read)
                .list();
    }

    /** The channels that these tasks are in, whether anybody may see them or not. */
    public Set<UUID> channelsOf(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT channel_id FROM task"
                        + " WHERE id = ANY(:ids) AND deleted_at IS NULL AND channel_id IS NOT NULL")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Those of the tasks that are not completed, whether anybody may see them or not. */
    public Set<UUID> openOf(Collection<UUID> ids) {
        return new HashSet<>(
                jdbc.sql("SELECT id FROM task WHERE id = ANY(:ids) AND deleted_at IS NULL AND status <> 'COMPLETED'")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Whether a task is another one, or its subtask at any depth. */
    public boolean isWithin(UUID id, UUID ancestor) {
        return jdbc.sql("""
                        WITH RECURSIVE above(id) AS (
                            VALUES (CAST(:id AS uuid))
                            UNION
                            SELECT t.parent_task_id FROM above a JOIN task t ON t.id = a.id
                            WHERE t.parent_task_id IS NOT NULL)
                        SELECT EXISTS (SELECT 1 FROM above WHERE id = :ancestor)
                        """)
                .param("id", id)
                .param("ancestor", ancestor)
                .query(Boolean.class)
                .single();
    }
}
