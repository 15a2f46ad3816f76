package com.ceoplatform.notification.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Someone;
import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings people and channels into the service's copies, new ones for each test. */
public final class Organisation {

    private final JdbcClient jdbc;

    public Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Someone ceo() {
        return person(Role.CEO, null, true);
    }

    public Someone staff() {
        return person(Role.STAFF, "Sales", true);
    }

    /** A colleague leaves. */
    public void leaves(Someone person) {
        jdbc.sql("UPDATE directory_person SET active = false WHERE id = :id")
                .param("id", person.id())
                .update();
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
                .param("department", department, Types.VARCHAR)
                .param("active", active)
                .update();
        return Someone.of(id, role, department);
    }

    public UUID publicChannel(Someone... members) {
        return channel("project", "public", "active", members);
    }

    public UUID privateChannel(Someone... members) {
        return channel("project", "private", "active", members);
    }

    public UUID direct(Someone... members) {
        return channel("direct", "private", "active", members);
    }

    private UUID channel(String type, String privacy, String status, Someone... members) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO directory_channel (id, name, type, privacy, status, version)"
                        + " VALUES (:id, 'Spring Launch', :type, :privacy, :status, 0)")
                .param("id", id)
                .param("type", type)
                .param("privacy", privacy)
                .param("status", status)
                .update();
        for (Someone member : members) {
            jdbc.sql("INSERT INTO directory_member (channel_id, user_id, role) VALUES (:channel, :user, 'member')")
                    .param("channel", id)
                    .param("user", member.id())
                    .update();
        }
        return id;
    }
}
