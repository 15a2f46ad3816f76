package com.ceoplatform.task.graph;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.ceoplatform.common.error.DomainException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which task waits for which; never a circle. Whoever adds an edge first takes {@link #lock()}, which makes adding
 * edges one after the other: two that close a circle only together cannot both see it open.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DependencyGraph {

    private static final long LOCK_KEY = 0x7461736B_67726170L; // "taskgrap"

    private final JdbcClient jdbc;

    DependencyGraph(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the whole graph until the transaction ends. Taken before any row is locked, or two writers may deadlock. */
    public void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", LOCK_KEY)
                .query((row, n) -> true)
                .single();
    }

    /**
     * Adds an edge between two tasks that have none.
     *
     * @throws DomainException {@code dependency_exists}, {@code dependency_cycle}
     */
    public void add(Dependency edge) {
        if (find(edge.taskId(), edge.dependsOnTaskId()).isPresent()) {
            throw DomainException.conflict(
                    "dependency_exists", "The tasks depend on each other in another way already; remove that first.");
        }
        if (reaches(edge.dependsOnTaskId(), edge.taskId())) {
            throw DomainException.conflict(
                    "dependency_cycle", "The tasks would wait for each other: the dependency closes a circle.");
        }
        jdbc.sql("""
                        INSERT INTO task_dependency (task_id, depends_on_id, type, created_by, created_at)
                        VALUES (:task, :dependsOn, :type, :by, :at)
                        """)
                .param("task", edge.taskId())
                .param("dependsOn", edge.dependsOnTaskId())
                .param("type", edge.type().name())
                .param("by", edge.createdBy())
                .param("at", OffsetDateTime.ofInstant(edge.createdAt(), ZoneOffset.UTC))
                .update();
    }

    private boolean reaches(UUID from, UUID to) {
        return from.equals(to)
                || jdbc.sql("""
                                WITH RECURSIVE ahead(id) AS (
                                    VALUES (CAST(:from AS uuid))
                                    UNION
                                    SELECT d.depends_on_id FROM ahead a JOIN task_dependency d ON d.task_id = a.id)
                                SELECT EXISTS (SELECT 1 FROM ahead WHERE id = :to)
                                """)
                        .param("from", from)
                        .param("to", to)
                        .query(Boolean.class)
                        .single();
    }

    /** @return whether there was such an edge */
    public boolean remove(UUID taskId, UUID dependsOnTaskId) {
        return jdbc.sql("DELETE FROM task_dependency WHERE task_id = :task AND depends_on_id = :dependsOn")
                        .param("task", taskId)
                        .param("dependsOn", dependsOnTaskId)
                        .update()
                == 1;
    }

    public Optional<Dependency> find(UUID taskId, UUID dependsOnTaskId) {
        return jdbc.sql("""
                        SELECT task_id, depends_on_id, type, created_by, created_at FROM task_dependency
                        WHERE task_id = :task AND depends_on_id = :dependsOn
                        """)
                .param("task", taskId)
                .param("dependsOn", dependsOnTaskId)
                .query(DependencyGraph::edge)
                .optional();
    }

    /** Every edge from or to the task. */
    public List<Dependency> of(UUID taskId) {
        return jdbc.sql("""
                        SELECT task_id, depends_on_id, type, created_by, created_at FROM task_dependency
                        WHERE task_id = :id OR depends_on_id = :id ORDER BY created_at, task_id, depends_on_id
                        """).param("id", taskId).query(DependencyGraph::edge).list();
    }

    /** What each task waits for and must be completed first, oldest first; one query for all of them. */
    public Map<UUID, List<UUID>> blockersOf(Collection<UUID> taskIds) {
        return jdbc.sql("""
                        SELECT task_id, depends_on_id, type, created_by, created_at FROM task_dependency
                        WHERE task_id = ANY(:ids) ORDER BY created_at, depends_on_id
                        """).param("ids", taskIds.toArray(UUID[]::new)).query(DependencyGraph::edge).list().stream()
                .filter(edge -> edge.type().blocks())
                .collect(groupingBy(Dependency::taskId, mapping(Dependency::dependsOnTaskId, toList())));
    }

    private static Dependency edge(ResultSet row, int number) throws SQLException {
        return new Dependency(
                row.getObject("task_id", UUID.class),
                row.getObject("depends_on_id", UUID.class),
                DependencyType.valueOf(row.getString("type")),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
