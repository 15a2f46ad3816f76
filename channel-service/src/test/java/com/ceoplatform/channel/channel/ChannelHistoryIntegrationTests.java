package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelServiceTest
class ChannelHistoryIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Someone owner;
    private String path;

    @BeforeEach
    void newChannel() {
        owner = organisation.staff();
        path = "/channels/" + api.channel(owner, "restricted");
    }

    @Test
    void tellsWhoDidWhatWhenAndWhy() {
        Someone ceo = organisation.ceo();
        Someone member = organisation.staff();
        UUID command = Ids.next();
        api.post(owner, path + "/members", Map.of("userIds", List.of(member.id())));
        api.patch(owner, path, Map.of("name", "Autumn"));
        api.post(ceo, path + "/archive", Map.of("reason", "The launch is over"), "X-Command-Id", command.toString());
        api.post(owner, path + "/unarchive", null);
        api.delete(owner, path + "/members/" + member.id());

        Answer history = api.get(owner, path + "/history");

        assertThat(history.items("kind"))
                .containsExactly("member_removed", "restored", "archived", "updated", "member_added", "created");
        assertThat(history.at("/items/2/actorId").asString()).isEqualTo(ceo.id().toString());
        assertThat(history.at("/items/2/commandId").asString()).isEqualTo(command.toString());
        assertThat(history.at("/items/2/reason").asString()).isEqualTo("The launch is over");
        assertThat(history.at("/items/2/at").asString())
                .isLessThan(history.at("/items/1/at").asString());
        assertThat(history.at("/items/1/reason").isNull()).isTrue();
        assertThat(history.at("/items/3/changed/name/from").asString()).isEqualTo("Spring Launch");
        assertThat(history.at("/items/4/userId").asString())
                .isEqualTo(member.id().toString());
    }

    @Test
    void pagesFromTheLatestOn() {
        api.patch(owner, path, Map.of("name", "a"));
        api.patch(owner, path, Map.of("name", "b"));

        Answer first = api.get(owner, path + "/history?limit=2");
        Answer second = api.get(owner, path + "/history?limit=2&cursor=" + first.text("nextCursor"));

        assertThat(first.items("kind")).containsExactly("updated", "updated");
        assertThat(second.items("kind")).containsExactly("created");
        assertThat(api.get(owner, path + "/history?cursor=x").code()).isEqualTo("invalid_parameter");
    }

    @Test
    void isForThoseInsideOnly() {
        Someone stranger = organisation.staff("Finance");
        UUID secret = api.channel(owner, "private");

        assertThat(api.get(stranger, path + "/history").status()).isEqualTo(403);
        assertThat(api.get(stranger, "/channels/" + secret + "/history").code()).isEqualTo("channel_not_found");
        assertThat(api.send("GET", null, path + "/history", null).status()).isEqualTo(401);
    }

    @Test
    void takesNoEndlessReasons() {
        assertThat(api.post(owner, path + "/archive", Map.of("reason", "x".repeat(1_001)))
                        .wrongFields())
                .containsExactly("reason");
        assertThat(api.get(owner, path).text("status")).isEqualTo("active");
    }

    @Test
    void usesItsIndex() {
        jdbc.sql("INSERT INTO channel_history (id, channel_id, kind, at)"
                        + " SELECT gen_random_uuid(), (SELECT id FROM channel LIMIT 1), 'UPDATED', now()"
                        + " FROM generate_series(1, 5000)")
                .update();
        jdbc.sql("ANALYZE channel_history").update();

        List<String> plan = jdbc.sql(
                        "EXPLAIN SELECT * FROM channel_history WHERE channel_id = '0198f2a4-5c10-7d3e-9a41-2b7c6f0d1e01'"
                                + " AND id < 'ffffffff-ffff-ffff-ffff-ffffffffffff' ORDER BY id DESC LIMIT 51")
                .query(String.class)
                .list();
        jdbc.sql("DELETE FROM channel_history WHERE actor_id IS NULL").update();

        assertThat(String.join("\n", plan)).contains("channel_history_of_channel");
    }
}
