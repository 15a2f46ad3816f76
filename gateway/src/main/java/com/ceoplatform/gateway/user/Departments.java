package com.ceoplatform.gateway.user;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts the departments, in one query. */
@Service
class Departments {

    private final JdbcClient jdbc;

    Departments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param managerIds who may act on what belongs to the department */
    record Department(String name, int memberCount, List<UUID> managerIds) {}

    List<Department> all() {
        return jdbc.sql("""
                        SELECT department, count(*) AS members,
                               array_remove(array_agg(CASE WHEN role = 'MANAGER' THEN id END ORDER BY sort_key), NULL)
                                   AS managers
                        FROM person WHERE active AND department IS NOT NULL
                        GROUP BY department ORDER BY lower(department), department
                        """)
                .query((row, number) ->
                        new Department(row.getString("department"), row.getInt("members"), managers(row)))
                .list();
    }

    private static List<UUID> managers(ResultSet row) throws SQLException {
        Array managers = row.getArray("managers");
        return List.of((UUID[]) managers.getArray());
    }
}
