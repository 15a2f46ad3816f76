package com.ceoplatform.channel.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Someone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings people into the service's copy of the directory, new ones for each test. */
public final class Organisation {

    private final JdbcClient jdbc;

    Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Someone ceo() {
        return person(Role.CEO, null, true);
    }

    public Someone manager(String department) {
        return person(Role.MANAGER, department, true);
    }

    public Someone staff() {
        return staff("Sales");
    }

    public Someone staff(String department) {
        return person(Role.STAFF, department, true);
    }

    /** Somebody who has left. */
    public Someone former() {
        return person(Role.STAFF, "Sales", false);
    }

    private Someone person(Role role, @Nullable String department, boolean active) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO directory_person (id, email, name, role, department, active, version)"
                        + " VALUES (:id, :email, 'Test Person', :role, :department, :active, 0)")
                .param("id", id)
                .param("email", id + "@example.com")
                .param("role", role.wireName())
                .param("department", department, java.sql.Types.VARCHAR)
                .param("active", active)
                .update();
        return Someone.of(id, role, department);
    }
}
