package com.ceoplatform.channel.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.channel.testing.TaskService;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ChannelServiceTest
@TestPropertySource(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
class FileListingIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManagerFactory entities;

    private Someone owner;
    private UUID channel;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
        channel = api.channel(owner, "private");
    }

    @Test
    void pagesFromTheNewestOn() {
        List<String> files = List.of(
                uploader.file(owner, channel).toString(),
                uploader.file(owner, channel).toString(),
                uploader.file(owner, channel).toString());

        Answer first = api.get(owner, "/channels/" + channel + "/files?limit=2");
        Answer second = api.get(owner, "/channels/" + channel + "/files?limit=2&cursor=" + first.text("nextCursor"));

        assertThat(first.items("id")).containsExactly(files.get(2), files.get(1));
        assertThat(second.items("id")).containsExactly(files.get(0));
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
        assertThat(api.get(owner, "/files?limit=3").items("id")).containsExactlyElementsOf(files.reversed());
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        for (String query : List.of("?limit=0", "?cursor=x", "?status=gone", "?taskId=y")) {
            assertThat(api.get(owner, "/files" + query).code()).as(query).isEqualTo("invalid_parameter");
        }
        assertThat(api.get(organisation.staff(), "/channels/" + channel + "/files")
                        .code())
                .isEqualTo("channel_not_found");
    }

    @Test
    void needsTheSameNumberOfQueriesAndQuestionsForAnyPage() {
        UUID task = tasks.task(owner);
        file(task);
        long ofChannel = statementsOf("/channels/" + channel + "/files");
        long own = statementsOf("/files");
        int before = tasks.questions();
        long ofTask = statementsOf("/files?taskId=" + task);
        int asked = tasks.questions() - before;
        for (int count = 0; count < 9; count++) {
            file(task);
        }
        int again = tasks.questions();

        assertThat(statementsOf("/channels/" + channel + "/files")).isEqualTo(ofChannel);
        assertThat(statementsOf("/files")).isEqualTo(own);
        assertThat(statementsOf("/files?taskId=" + task)).isEqualTo(ofTask);
        assertThat(tasks.questions() - again).isEqualTo(asked).isEqualTo(1);
    }

    @Test
    void usesItsIndexes() {
        fill();

        assertThat(explain("SELECT f.* FROM stored_file f JOIN file_link l ON l.file_id = f.id"
                        + " WHERE l.target_id = :id AND l.file_id < 'ffffffff-ffff-ffff-ffff-ffffffffffff'"
                        + " AND l.deleted_at IS NULL AND f.status = 'AVAILABLE' AND f.deleted_at IS NULL"
                        + " ORDER BY l.file_id DESC LIMIT 51"))
                .contains("file_link_target")
                .contains("stored_file_pkey")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(explain("SELECT f.* FROM stored_file f WHERE f.uploaded_by = :id"
                        + " AND f.id < 'ffffffff-ffff-ffff-ffff-ffffffffffff' AND f.deleted_at IS NULL"
                        + " ORDER BY f.id DESC LIMIT 51"))
                .contains("stored_file_uploaded_by")
                .doesNotContain("Sort");
        assertThat(explain("SELECT f.id FROM stored_file f WHERE f.status = 'UPLOADING' AND f.updated_at < now()"
                        + " AND f.deleted_at IS NULL AND :id IS NOT NULL ORDER BY f.updated_at LIMIT 500"))
                .contains("stored_file_unfinished");
        assertThat(explain("SELECT f.id FROM stored_file f WHERE f.deleted_at < now() AND f.erased_at IS NULL"
                        + " AND :id IS NOT NULL ORDER BY f.deleted_at LIMIT 500"))
                .contains("stored_file_to_erase");
    }

    /** Ten thousand files of one person in one channel, among those of others. */
    private void fill() {
        jdbc.sql("""
                        INSERT INTO stored_file (id, name, status, size, uploaded_by, created_at, updated_at, version)
                        SELECT gen_random_uuid(), 'Filler', 'AVAILABLE', 0,
                            CASE WHEN n % 2 = 0 THEN :id ELSE gen_random_uuid() END, now(), now(), 0
                        FROM generate_series(1, 20000) n
                        """).param("id", owner.id()).update();
        jdbc.sql("""
                        INSERT INTO file_link (id, file_id, kind, target_id, linked_by, linked_at, version)
                        SELECT gen_random_uuid(), id, 'CHANNEL',
                            CASE WHEN uploaded_by = :id THEN :id ELSE gen_random_uuid() END, uploaded_by, now(), 0
                        FROM stored_file WHERE name = 'Filler'
                        """).param("id", owner.id()).update();
        jdbc.sql("ANALYZE stored_file, file_link").update();
    }

    private String explain(String sql) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + sql.replace(":id", "'" + owner.id() + "'::uuid"))
                        .query(String.class)
                        .list());
    }

    private void file(UUID task) {
        uploader.upload(
                owner,
                Map.of("name", "a.txt", "channelIds", List.of(channel), "taskIds", List.of(task)),
                Uploader.text(10));
    }

    private long statementsOf(String path) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        assertThat(api.get(owner, path).status()).isEqualTo(200);
        return statistics.getPrepareStatementCount();
    }
}
