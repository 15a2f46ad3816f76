package com.ceoplatform.channel.autojoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@ChannelServiceTest
class AutoJoinIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Someone owner;
    private String department;

    @BeforeEach
    void newDepartment() {
        owner = organisation.staff();
        department = "Department " + Ids.next();
    }

    @Test
    void bringsInThoseWhoAreThere() {
        Someone there = organisation.staff(department);
        UUID channel = api.channel(owner, "private");

        Answer rule = set(channel, department);
        Answer again = set(channel, department);

        assertThat(rule.status()).isEqualTo(200);
        assertThat(rule.body().path("memberCount").asInt()).isEqualTo(2);
        assertThat(again.version()).isEqualTo(rule.version());
        assertThat(members(channel)).contains(there.id().toString());
        assertThat(api.get(owner, "/channels/" + channel).texts("autoJoinDepartments", ""))
                .containsExactly(department);
        assertThat(outbox.types(channel)).containsExactly("channel.created", "channel.updated", "channel.member_added");
        GoldenEvents.assertMatches(
                "channel.updated", outbox.last(channel, "channel.updated").payload());
    }

    @Test
    void bringsInWhoeverComes() {
        UUID channel = api.channel(owner, "private");
        UUID archived = api.channel(owner, "private");
        set(channel, department);
        set(archived, department);
        api.post(owner, "/channels/" + archived + "/archive", null);
        UUID newcomer = Ids.next();
        UUID moved = Ids.next();
        UUID elsewhere = Ids.next();

        try (TestEvents events = new TestEvents()) {
            tell(events, "user.created", elsewhere, "Another department", null);
            tell(events, "user.created", newcomer, department, null);
            tell(events, "user.updated", moved, department, "Another department");
        }

        await().untilAsserted(() -> assertThat(members(channel)).contains(newcomer.toString(), moved.toString()));
        assertThat(members(channel)).doesNotContain(elsewhere.toString());
        assertThat(members(archived)).containsExactly(owner.id().toString());
    }

    @Test
    void leavesThoseAloneWhoLeft() {
        Someone leaver = organisation.staff(department);
        UUID channel = api.channel(owner, "private");
        set(channel, department);
        api.delete(leaver, "/channels/" + channel + "/members/" + leaver.id());
        UUID last = Ids.next();

        try (TestEvents events = new TestEvents()) {
            tell(events, "user.updated", leaver.id(), department, null);
            tell(events, "user.created", last, department, null);
        }

        await().untilAsserted(() -> assertThat(members(channel)).contains(last.toString()));
        await().during(Duration.ofMillis(300))
                .untilAsserted(() ->
                        assertThat(members(channel)).doesNotContain(leaver.id().toString()));
    }

    @Test
    void takesNobodyTwiceWhenTheyComeManyTimesAtOnce() {
        UUID channel = api.channel(owner, "public");
        set(channel, department);
        Someone wanted = organisation.staff(department);

        try (TestEvents events = new TestEvents()) {
            InParallel.run(16, index -> {
                if (index % 2 == 0) {
                    tell(events, "user.updated", wanted.id(), department, "Another department");
                    return index;
                }
                return api.post(owner, "/channels/" + channel + "/members", Map.of("userIds", List.of(wanted.id())))
                        .status();
            });
            UUID last = Ids.next();
            tell(events, "user.created", last, department, null);
            await().untilAsserted(() -> assertThat(members(channel)).contains(last.toString()));
        }

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM channel_member"
                                + " WHERE channel_id = :channel AND user_id = :user AND deleted_at IS NULL")
                        .param("channel", channel)
                        .param("user", wanted.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
        assertThat(api.get(owner, "/channels/" + channel)
                        .body()
                        .path("memberCount")
                        .asInt())
                .isEqualTo(members(channel).size())
                .isEqualTo(3);
    }

    @Test
    void isForOwnersOfOpenChannels() {
        Someone moderator = organisation.staff();
        Someone stranger = organisation.staff();
        UUID channel = api.channel(owner, "private", moderator);
        api.patch(owner, "/channels/" + channel + "/members/" + moderator.id(), Map.of("role", "moderator"));
        String path = "/channels/" + channel + "/auto-join";
        Map<String, Object> body = Map.of("departments", List.of(department));

        assertThat(api.send("PUT", null, path, "{}").status()).isEqualTo(401);
        assertThat(api.put(moderator, path, body).status()).isEqualTo(403);
        assertThat(api.put(stranger, path, body).code()).isEqualTo("channel_not_found");
        assertThat(api.put(owner, path, Map.of()).status()).isEqualTo(422);
        assertThat(api.put(owner, path, Map.of("departments", List.of(" "))).status())
                .isEqualTo(422);
        assertThat(api.put(owner, path, body, "If-Match", "\"77\"").status()).isEqualTo(412);
        api.post(owner, "/channels/" + channel + "/archive", null);
        assertThat(api.put(owner, path, body).code()).isEqualTo("channel_archived");
    }

    @Test
    void findsTheChannelsOfADepartmentByAnIndex() {
        jdbc.sql("""
                        INSERT INTO channel (id, name, description, type, privacy, status, created_by, member_count,
                            created_at, updated_at, last_activity_at, version, auto_join_departments)
                        SELECT gen_random_uuid(), 'Rule ' || n, '', 'PROJECT', 'PRIVATE', 'ACTIVE', gen_random_uuid(),
                            1, now(), now(), now() - n * interval '1 year', 0, ARRAY['Rule ' || n]
                        FROM generate_series(1, 5000) n
                        """).update();
        jdbc.sql("ANALYZE channel").update();

        List<String> plan = jdbc.sql("""
                        EXPLAIN SELECT c.id FROM channel c
                        WHERE c.auto_join_departments @> ARRAY['Rule 7'] AND c.status = 'ACTIVE'
                          AND c.auto_join_departments <> '{}'
                        """).query(String.class).list();
        jdbc.sql("DELETE FROM channel WHERE name LIKE 'Rule %'").update();

        assertThat(String.join("\n", plan)).contains("channel_auto_join");
    }

    private Answer set(UUID channel, String... departments) {
        return api.put(owner, "/channels/" + channel + "/auto-join", Map.of("departments", List.of(departments)));
    }

    private List<String> members(UUID channel) {
        return api.get(owner, "/channels/" + channel + "/members?limit=200").items("userId");
    }

    private static void tell(TestEvents events, String type, UUID userId, String department, @Nullable String from) {
        ObjectNode person = (ObjectNode) GoldenEvents.read(type);
        person.put("id", userId.toString());
        person.put("email", userId + "@example.com");
        person.put("department", department);
        person.put("active", true);
        ObjectNode changed = person.putObject("changed");
        if (from != null) {
            changed.putObject("department").put("from", from).put("to", department);
        }
        events.send(Topic.USERS, type, userId, person);
    }
}
