package com.ceoplatform.message.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class SearchIntegrationTests {

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReadableChannels channels;

    @Autowired
    private RecentMessages recent;

    private Someone member;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        member = organisation.staff();
        channel = organisation.channel("private", member);
    }

    @Test
    void findsWordsPhrasesAndLeavesOutTheRest() {
        UUID plans = api.message(member, channel, "Our content plans for spring");
        UUID budget = api.message(member, channel, "The plan needs a budget");

        assertThat(search("plan").items("id")).containsExactly(budget.toString(), plans.toString());
        assertThat(search("\"content plan\"").items("id")).containsExactly(plans.toString());
        assertThat(search("plan -budget").items("id")).containsExactly(plans.toString());
        assertThat(search("'; DROP TABLE message; --").status()).isEqualTo(200);
        assertThat(search("nothing of the kind").items("id")).isEmpty();
    }

    @Test
    void followsEditsAndForgetsWhatWasDeleted() {
        UUID message = api.message(member, channel, "giraffe");
        api.patch(member, "/messages/" + message, Map.of("content", "elephant"));

        assertThat(search("giraffe").items("id")).isEmpty();
        assertThat(search("elephants").items("id")).containsExactly(message.toString());

        api.delete(member, "/messages/" + message);
        assertThat(search("elephant").items("id")).isEmpty();
    }

    @Test
    void narrowsDownAndPages() {
        Someone colleague = organisation.staff();
        organisation.join(channel, colleague, "member");
        UUID elsewhere = organisation.channel("private", member);
        UUID first = api.message(member, channel, "quarterly report");
        UUID second = api.message(colleague, channel, "quarterly numbers");
        UUID third = api.message(member, elsewhere, "quarterly again");

        assertThat(search("quarterly&channelId=" + channel).items("id"))
                .containsExactly(second.toString(), first.toString());
        assertThat(search("quarterly&from=" + colleague.id()).items("id")).containsExactly(second.toString());
        assertThat(search("quarterly&after=2100-01-01T00:00:00Z").items("id")).isEmpty();
        Answer page = search("quarterly&limit=2");
        assertThat(page.items("id")).containsExactly(third.toString(), second.toString());
        assertThat(search("quarterly&limit=2&cursor=" + page.text("nextCursor")).items("id"))
                .containsExactly(first.toString());
    }

    @Test
    void understandsRestrictionsInTheText() {
        String name = "Sarah" + channel.toString().substring(24);
        Someone sarah = organisation.staff(name);
        organisation.join(channel, sarah, "member");
        UUID hers = api.message(sarah, channel, "zebra crossing");
        UUID mine = api.message(member, channel, "zebra \"crossing\" again");

        await().untilAsserted(() ->
                assertThat(search("zebra from:" + name).items("id")).containsExactly(hers.toString()));
        assertThat(search("zebra from:" + sarah.id() + "@example.com").items("id"))
                .containsExactly(hers.toString());
        assertThat(search("zebra from:me").items("id")).containsExactly(mine.toString());
        assertThat(search("from:" + sarah.id()).items("id")).containsExactly(hers.toString());
        assertThat(search("zebra in:" + channel).items("id")).containsExactly(mine.toString(), hers.toString());
        assertThat(search("zebra in:launch from:" + sarah.id()).items("id")).containsExactly(hers.toString());
        assertThat(search("zebra from:nobody-of-that-name").items("id")).isEmpty();
        assertThat(search("zebra in:\"no such channel\"").items("id")).isEmpty();
        assertThat(search("zebra before:2020-01-01").items("id")).isEmpty();
        assertThat(search("zebra after:2020-01-01").items("id")).hasSize(2);
        assertThat(search("zebra after:yesterday").code()).isEqualTo("invalid_parameter");
        assertThat(search("in:" + channel).code()).isEqualTo("invalid_parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x&before=+999999999-12-31T00:00:00Z",
                "x&after=-999999999-01-01T00:00:00Z",
                "x before:+999999999-12-31T00:00:00Z",
                "x after:-999999999-01-01T00:00:00Z",
                "x before:9999-12-40"
            })
    void refusesTimesThatCannotBe(String query) {
        Answer answer = search(query.replace("=+", "=%2B"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_parameter");
    }

    @Test
    void looksInNamedChannelsOnlyWhereTheCallerMayRead() {
        UUID message = api.message(member, channel, "quagga");

        assertThat(api.get(organisation.staff(), "/messages/search?q=quagga%20in:" + channel)
                        .items("id"))
                .isEmpty();
        assertThat(api.get(organisation.staff(), "/messages/search?q=from:" + member.id())
                        .items("id"))
                .isEmpty();
        assertThat(search("quagga in:" + channel).items("id")).containsExactly(message.toString());
    }

    @Test
    void findsTheMessagesThatNameATask() {
        UUID task = Ids.next();
        UUID message = api.message(member, channel, "See https://work.example.com/tasks/" + task + " **today**");

        Answer found = search("&taskId=" + task);
        assertThat(found.items("id")).containsExactly(message.toString());
        assertThat(found.at("/items/0/taskIds/0").asString()).isEqualTo(task.toString());
        api.patch(member, "/messages/" + message, Map.of("content", "Never mind"));
        assertThat(search("&taskId=" + task).items("id")).isEmpty();
    }

    @Test
    void looksIntoPublicChannelsAndNeverIntoOthersConversations() {
        UUID open = organisation.channel("public", member);
        UUID direct = organisation.channel("direct", "private", member, organisation.staff());
        UUID shown = api.message(member, open, "okapi one");
        UUID whispered = api.message(member, direct, "okapi two");

        assertThat(api.get(organisation.staff(), "/messages/search?q=okapi").items("id"))
                .containsExactly(shown.toString());
        assertThat(api.get(organisation.ceo(), "/messages/search?q=okapi").items("id"))
                .containsExactly(shown.toString());
        assertThat(search("okapi").items("id")).containsExactly(whispered.toString(), shown.toString());
    }

    @Test
    void findsWhatIsOlderThanTheLatestMessagesByTheIndexOfWords() {
        UUID old = api.message(member, channel, "a wombat");
        jdbc.sql("""
                        INSERT INTO message (id, channel_id, sequence, sender_id, content, reply_count, priority,
                            mentioned_user_ids, created_at, version)
                        SELECT uuidv7(), :channel, n, :sender, 'filler number ' || n, 0, 'MEDIUM', '{}', now(), 0
                        FROM generate_series(1000, 42000) n
                        """).param("channel", Ids.next()).param("sender", Ids.next()).update();
        jdbc.sql("ANALYZE message").update();
        Caller caller = new Caller(organisation.ceo().id(), "a@x", "A", Role.CEO, null, "s", ZoneOffset.UTC);
        SearchQuery query = new SearchQuery(new SearchRequest("wombat", null, null, null, null, null), null)
                .visibleTo(caller, channels.of(caller));

        assertThat(String.join(
                        "\n",
                        jdbc.sql("EXPLAIN " + query.amongTheLatestThenMore() + " LIMIT 51")
                                .params(query.parameters())
                                .param("wanted", 51)
                                .param("recent", recent.before(null))
                                .query(String.class)
                                .list()))
                .contains("message_words");
        assertThat(search("wombat").items("id")).containsExactly(old.toString());
        assertThat(api.get(organisation.ceo(), "/messages/search?q=wombat").items("id"))
                .containsExactly(old.toString());
    }

    @Test
    void goesThroughTheLatestThenTheRecentThenAllOthers() {
        Someone reader = organisation.staff();
        UUID place = organisation.channel("private", reader);
        jdbc.sql("""
                        INSERT INTO message (id, channel_id, sequence, sender_id, content, reply_count, priority,
                            mentioned_user_ids, created_at, version)
                        SELECT uuidv7(make_interval(secs => n - 45000)), :channel, n, :sender,
                            'numbat ' || CASE WHEN n % 1000 = 0 THEN 'bilby ' ELSE '' END || n, 0, 'MEDIUM', '{}', now(), 0
                        FROM generate_series(1, 40000) n WHERE n % 10 = 0
                        """).param("channel", place).param("sender", reader.id()).update();
        assertThat(walked(reader, "numbat", 200)).hasSize(4000);
        assertThat(walked(reader, "bilby", 7)).hasSize(40);
        assertThat(walked(reader, "bilby -numbat", 7)).isEmpty();
    }

    /** All pages of a search, which must be in order and without anything twice. */
    private List<String> walked(Someone reader, String words, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.get(
                    reader,
                    "/messages/search?limit=" + limit + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                            + cursor);
            ids.addAll(page.items("id"));
            cursor = page.body().path("nextCursor").isNull() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        return ids;
    }

    private Answer search(String query) {
        int rest = query.indexOf('&');
        String words = rest < 0 ? query : query.substring(0, rest);
        String filters = rest < 0 ? "" : query.substring(rest);
        return api.get(member, "/messages/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + filters);
    }
}
