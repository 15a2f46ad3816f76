package com.ceoplatform.task.label;

import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.access.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds labels to choose from among the newest tasks that have any, so that it costs the same however many there are. */
@Service
class LabelService {

    private final JdbcClient jdbc;

    LabelService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most used first. */
    @Transactional(readOnly = true)
    public List<LabelResponse> list(@Nullable String beginning, Viewer viewer) {
        Visibility visibility = Visibility.of(viewer);
        return jdbc.sql("""
                        SELECT label, count(*) AS tasks FROM (
                            SELECT t.labels FROM task t WHERE t.deleted_at IS NULL AND t.labels <> '{}' AND\s""" + visibility.condition() + """
                            \nORDER BY t.id DESC LIMIT 1000) newest, unnest(newest.labels) label
                        WHERE starts_with(lower(label), lower(:beginning))
                        GROUP BY label ORDER BY tasks DESC, label LIMIT 200
                        """)
                .params(visibility.parameters())
                .param("beginning", beginning == null ? "" : beginning)
                .query((row, number) -> new LabelResponse(row.getString("label"), row.getLong("tasks")))
                .list();
    }
}
