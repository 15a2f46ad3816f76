package com.ceoplatform.channel.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person may store 1 MB in these tests. */
@ChannelServiceTest
class QuotaIntegrationTests {

    private static final int HALF_A_QUARTER = 131_072;

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @Autowired
    private JdbcClient jdbc;

    private Someone owner;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
    }

    @Test
    void isNeverExceededHoweverManyUploadAtOnce() {
        List<Answer> answers =
                InParallel.run(20, index -> uploader.create(owner, Map.of("name", "part " + index), HALF_A_QUARTER));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(8);
        assertThat(answers)
                .extracting(Answer::code)
                .filteredOn("quota_exceeded"::equals)
                .hasSize(12);
        assertThat(used()).isEqualTo(8 * HALF_A_QUARTER).isEqualTo(recount());
    }

    @Test
    void isGivenBackWhenFilesGo() {
        UUID gone = uploader.upload(owner, Map.of("name", "a"), Uploader.text(1_000))
                .id();
        Answer givenUp = uploader.create(owner, Map.of("name", "b"), 2_000);
        uploader.file(owner);
        assertThat(used()).isEqualTo(3_100);

        api.delete(owner, "/files/" + gone);
        api.delete(owner, "/files/" + givenUp.id());
        api.delete(owner, "/files/" + givenUp.id());

        await().untilAsserted(() -> assertThat(used()).isEqualTo(100));
        assertThat(recount()).isEqualTo(100);
        assertThat(api.get(owner, "/files/usage").body().path("quota").asLong()).isEqualTo(1_048_576);
    }

    @Test
    void isNotTakenByWhatIsOnlyAskedForOrRefused() {
        api.post(owner, "/files", Map.of("name", "asked for"));
        uploader.create(owner, Map.of("name", "too large"), 1_000_000);

        assertThat(used()).isZero();
    }

    private long used() {
        return api.get(owner, "/files/usage").body().path("used").asLong();
    }

    private long recount() {
        return jdbc.sql("SELECT coalesce(sum(size), 0) FROM stored_file WHERE uploaded_by = :id AND erased_at IS NULL")
                .param("id", owner.id())
                .query(Long.class)
                .single();
    }
}
