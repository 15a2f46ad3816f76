package com.ceoplatform.message.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
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
        return person(Role.CEO, null, "Charlotte King");
    }

    public Someone manager(String department) {
        return person(Role.MANAGER, department, "Test Manager");
    }

    public Someone staff() {
        return staff("Test Person");
    }

    /** A member of staff in sales. */
    public Someone staff(String name) {
        return person(Role.STAFF, "Sales", name);
    }

    public Someone person(Role role, @Nullable String department, String name) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO directory_person (id, email, name, role, department, active, version)"
                        + " VALUES (:id, :email, :name, :role, :department, true, 0)")
                .param("id", id)
                .param("email", id + "@example.com")
                .param("name", name)
                .param("role", role.wireName())
                .param("department", department, java.sql.Types.VARCHAR)
                .update();
        return Someone.of(id, role, department);
    }

    /** A channel of the department Sales whose first member owns it. */
    public UUID channel(String privacy, Someone... members) {
        return channel("project", privacy, members);
    }

    public UUID channel(String type, String privacy, Someone... members) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO directory_channel (id, name, type, privacy, status, department, version)"
                        + " VALUES (:id, 'Launch', :type, :privacy, 'active', 'Sales', 0)")
                .param("id", id)
                .param("type", type)
                .param("privacy", privacy)
                .update();
        for (Someone member : members) {
            join(id, member, member.equals(members[0]) && !type.equals("direct") ? "owner" : "member");
        }
        return id;
    }

    public void join(UUID channelId, Someone member, String role) {
        jdbc.sql("INSERT INTO directory_member (channel_id, user_id, role) VALUES (:channel, :user, :role)")
                .param("channel", channelId)
                .param("user", member.id())
                .param("role", role)
                .update();
    }

    public void archive(UUID channelId) {
        jdbc.sql("UPDATE directory_channel SET status = 'archived' WHERE id = :id")
                .param("id", channelId)
                .update();
    }
}
