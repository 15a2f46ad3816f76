package com.ceoplatform.message.testing;

import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Someone;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Brings people and channels into the service's copies, new ones for each test. */
public final class Organisation {

    private final JdbcClient jdbc;
    private final AtomicLong versions = new AtomicLong();

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

    /** By its event, and returns when that has arrived. */
    public void archive(UUID channelId) {
        tell("channel.archived", channelId, Map.of("status", "archived"));
        await().until(() -> has("SELECT status = 'archived' FROM directory_channel WHERE id = :channel", channelId));
    }

    /** By its event, and returns when that has arrived. */
    public void leave(UUID channelId, Someone member) {
        tell("channel.member_removed", channelId, Map.of("userId", member.id()));
        await().until(() -> has(
                "SELECT NOT EXISTS (SELECT 1 FROM directory_member WHERE channel_id = :channel AND user_id = '"
                        + member.id() + "')",
                channelId));
    }

    /** An event of channel-service as the golden file has it, with its own channel, a later version and these fields. */
    public void tell(String type, UUID channelId, Map<String, ?> fields) {
        ObjectNode payload = (ObjectNode) GoldenEvents.read(type);
        jdbc.sql("SELECT type, privacy, version FROM directory_channel WHERE id = :id")
                .param("id", channelId)
                .query()
                .singleRow()
                .forEach((field, value) -> payload.putPOJO(field, value));
        payload.put("id", channelId.toString());
        payload.put("version", versions.incrementAndGet());
        payload.remove("memberIds");
        fields.forEach(payload::putPOJO);
        try (TestEvents events = new TestEvents()) {
            events.send(Topic.CHANNELS, type, channelId, payload);
        }
    }

    private boolean has(String question, UUID channelId) {
        return jdbc.sql(question)
                .param("channel", channelId)
                .query(Boolean.class)
                .single();
    }
}
