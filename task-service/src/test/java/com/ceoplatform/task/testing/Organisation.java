package com.ceoplatform.task.testing;

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
                .param("department", department, Types.VARCHAR)
                .param("active", active)
                .update();
        return Someone.of(id, role, department);
    }

    /** A department that no other test has. */
    public String department() {
        return "Department " + Ids.next();
    }

    public UUID publicChannel(Someone... members) {
        return channel("project", "public", "active", members);
    }

    public UUID privateChannel(Someone... members) {
        return channel("project", "private", "active", members);
    }

    public UUID archivedChannel(Someone... members) {
        return channel("project", "private", "archived", members);
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

    public void leave(UUID channelId, Someone member) {
        jdbc.sql("DELETE FROM directory_member WHERE channel_id = :channel AND user_id = :user")
                .param("channel", channelId)
                .param("user", member.id())
                .update();
    }
}
