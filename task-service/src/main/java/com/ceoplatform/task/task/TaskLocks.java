package com.ceoplatform.task.task;

import com.ceoplatform.task.graph.DependencyGraph;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks for those who change many tasks in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskLocks {

    private final DependencyGraph graph;
    private final JdbcClient jdbc;

    TaskLocks(DependencyGraph graph, JdbcClient jdbc) {
        this.graph = graph;
        this.jdbc = jdbc;
    }

    /** Locks the dependencies, then the tasks in the order of their ids: nobody who does so waits in a circle. */
    public void lockAll(Collection<UUID> taskIds) {
        graph.lock();
        jdbc.sql("SELECT id FROM task WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                .param("ids", taskIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
