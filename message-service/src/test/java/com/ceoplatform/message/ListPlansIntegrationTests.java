package com.ceoplatform.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.database.Statements;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list reads by an index, with as many statements for two hundred rows as for one. */
@MessageServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansIntegrationTests {

    private static final String FILL = """
            INSERT INTO message (id, channel_id, sequence, sender_id, content, thread_root_id, reply_count, priority,
                mentioned_user_ids, task_ids, pinned_at, created_at, version)
            SELECT gen_random_uuid(), CASE WHEN n % 100 = 0 THEN :channel ELSE md5((n % 50)::text)::uuid END, 100000 + n,
                CASE WHEN n % 200 = 0 THEN :sender ELSE md5((n % 500)::text)::uuid END, 'filler number ' || n,
                CASE WHEN n % 300 = 0 THEN :root END, 0, 'MEDIUM', '{}',
                CASE WHEN n % 400 = 0 THEN ARRAY[CAST(:task AS uuid)] ELSE '{}' END,
                CASE WHEN n % 500 = 0 THEN now() END, now(), 0
            FROM generate_series(1, 60000) n
            """;

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    private final UUID task = Ids.next();
    private Someone member;
    private UUID channel;
    private UUID root;

    @BeforeEach
    void fill() {
        if (member != null) {
            return;
        }
        member = organisation.staff();
        Someone writer = organisation.staff();
        channel = organisation.channel("private", member, writer);
        root = api.message(member, channel, "root");
        jdbc.sql(FILL)
                .param("channel", channel)
                .param("sender", writer.id())
                .param("root", root)
                .param("task", task)
                .update();
        fillAround();
        List.of(
                        "message",
                        "message_mention",
                        "scheduled_message",
                        "thread_follower",
                        "directory_member",
                        "message_reaction",
                        "message_revision",
                        "message_acknowledgement")
                .forEach(table -> jdbc.sql("ANALYZE " + table).update());
    }

    /** What lies around the messages; a table that fits into a page is read without any index. */
    private void fillAround() {
        jdbc.sql("INSERT INTO directory_member (channel_id, user_id, role)"
                        + " SELECT md5((n % 500)::text)::uuid, gen_random_uuid(), 'member'"
                        + " FROM generate_series(1, 20000) n")
                .update();
        jdbc.sql("INSERT INTO message_mention (message_id, user_id, channel_id, sequence, current)"
                        + " SELECT id, md5(sequence::text)::uuid, channel_id, sequence, true FROM message"
                        + " ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("INSERT INTO thread_follower (root_id, user_id, following, since)"
                        + " SELECT id, CASE WHEN channel_id = :channel THEN :member ELSE sender_id END, true, now()"
                        + " FROM message WHERE channel_id <> :channel OR thread_root_id IS NULL ON CONFLICT DO NOTHING")
                .param("channel", channel)
                .param("member", member.id())
                .update();
        jdbc.sql("INSERT INTO message_reaction (message_id, emoji, user_id, created_at)"
                        + " SELECT id, '+1', sender_id, now() FROM message ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("INSERT INTO message_acknowledgement (message_id, user_id, created_at)"
                        + " SELECT id, sender_id, now() FROM message ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("INSERT INTO message_revision (message_id, version, content, written_at)"
                        + " SELECT id, 0, 'old', now() FROM message ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("""
                        INSERT INTO scheduled_message (id, sender_id, channel_id, content, priority, send_at, status,
                            created_at, updated_at, version)
                        SELECT gen_random_uuid(), sender_id, channel_id, content, 'MEDIUM', now() + interval '1 day',
                            CASE WHEN sequence % 2 = 0 THEN 'SENT' ELSE 'SCHEDULED' END, now(), now(), 0
                        FROM message
                        """).update();
    }

    @ParameterizedTest
    @CsvSource({
        "/channels/{channel}/messages, message_channel_sequence",
        "/channels/{channel}/messages?after=5, message_channel_sequence",
        "/channels/{channel}/messages/pinned, message_pinned",
        "/messages/{root}/replies, message_thread",
        "/messages/{root}/acknowledgements, directory_member_pkey",
        "/messages/{root}/history, message_revision_pkey",
        "/messages/search?q=from:me, message_sender",
        "/messages/search?taskId={task}, message_tasks",
        "/unread, message_mention_user",
        "/unread, message_channel_sequence",
        "/channels/{channel}/read, message_channel_sequence",
        "/threads, thread_follower_user",
        "/threads, message_thread",
        "/scheduled-messages, scheduled_message_waiting",
        "/scheduled-messages?all=true, scheduled_message_sender",
    })
    void readByTheirIndex(String path, String index) {
        List<String> plans = statements.plansOf(() -> api.get(member, resolved(path)));

        assertThat(plans).anySatisfy(plan -> assertThat(plan).contains(index));
        assertThat(plans).allSatisfy(plan -> assertThat(plan).doesNotContainPattern("Seq Scan on (message|scheduled)"));
    }

    /** Whoever reads little finds as well in their channels as in the index of words. */
    @Test
    void whoReadsEverythingFindsRareWordsByTheIndexOfWords() {
        List<String> ofAll = statements.plansOf(() -> api.get(organisation.ceo(), "/messages/search?q=wombat"));
        List<String> ofOneChannel = statements.plansOf(() -> api.get(member, "/messages/search?q=wombat"));

        assertThat(ofAll).anySatisfy(plan -> assertThat(plan).contains("message_words"));
        assertThat(ofOneChannel)
                .anySatisfy(plan -> assertThat(plan).containsPattern("message_words|message_channel_sequence"));
        assertThat(List.of(ofAll, ofOneChannel))
                .allSatisfy(plans -> assertThat(plans)
                        .allSatisfy(plan -> assertThat(plan).doesNotContainPattern("Seq Scan on message")));
    }

    @ParameterizedTest
    @CsvSource({
        "/channels/{channel}/messages",
        "/channels/{channel}/messages/pinned",
        "/messages/{root}/replies",
        "/messages/{root}/acknowledgements",
        "/threads",
        "/messages/search?q=filler",
        "/scheduled-messages?all=true",
    })
    void takeAsManyStatementsForManyRowsAsForOne(String path) {
        api.get(member, resolved(path));
        String separator = path.contains("?") ? "&" : "?";

        long forOne = statementsOf(member, resolved(path + separator + "limit=1"));
        long forMany = statementsOf(member, resolved(path + separator + "limit=200"));

        assertThat(forMany).isEqualTo(forOne).isLessThanOrEqualTo(5);
    }

    @Test
    void unreadCountsStopCounting() {
        assertThat(api.get(member, "/channels/" + channel + "/read")
                        .body()
                        .path("unreadCount")
                        .asInt())
                .isLessThanOrEqualTo(1000);
    }

    @Test
    void aMemberOfAThousandChannelsSeesWhatIsUnreadInOneStatement() {
        Someone busy = organisation.staff();
        jdbc.sql("""
                        WITH joined AS (
                            INSERT INTO directory_channel (id, name, type, privacy, status, version)
                            SELECT gen_random_uuid(), 'Channel ' || n, 'project', 'private', 'active', 0
                            FROM generate_series(1, 1000) n RETURNING id
                        ), members AS (
                            INSERT INTO directory_member (channel_id, user_id, role)
                            SELECT id, :user, 'member' FROM joined
                        )
                        INSERT INTO message (id, channel_id, sequence, sender_id, content, reply_count, priority,
                            mentioned_user_ids, created_at, version)
                        SELECT gen_random_uuid(), joined.id, n, :sender, 'm', 0, 'MEDIUM', '{}', now(), 0
                        FROM joined, generate_series(1, 3) n
                        """).param("user", busy.id()).param("sender", member.id()).update();

        assertThat(statementsOf(busy, "/unread")).isOne();
        Answer unread = api.get(busy, "/unread");
        assertThat(unread.items("channelId")).hasSize(1000);
        assertThat(unread.at("/total").asInt()).isEqualTo(3000);
    }

    /** Without the look for what is due, which the scheduler takes every second. */
    private long statementsOf(Someone caller, String path) {
        return statements.plansOf(() -> api.get(caller, path)).stream()
                .filter(plan -> !plan.contains("scheduled_tasks"))
                .count();
    }

    private String resolved(String path) {
        return path.replace("{channel}", channel.toString())
                .replace("{root}", root.toString())
                .replace("{task}", task.toString());
    }
}
