package com.ceoplatform.message.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.ChannelServiceDouble;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessageServiceTest
class AcknowledgementsIntegrationTests {

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private ChannelServiceDouble channelService;

    private Someone owner;
    private Someone first;
    private Someone second;
    private UUID channel;
    private String path;

    @BeforeEach
    void announce() {
        owner = organisation.staff();
        first = organisation.staff();
        second = organisation.staff();
        channel = organisation.channel("announcement", "private", owner, first, second);
        path = "/messages/" + api.message(owner, channel, "Please confirm");
    }

    @Test
    void sayWhoHasAndWhoHasNot() {
        api.post(first, path + "/acknowledge", null);

        Answer all = api.get(owner, path + "/acknowledgements");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body().path("acknowledgedCount").asInt()).isEqualTo(1);
        assertThat(all.body().path("outstandingCount").asInt()).isEqualTo(1);
        assertThat(all.items("userId"))
                .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());
        assertThat(api.get(owner, path + "/acknowledgements?acknowledged=true").items("userId"))
                .containsExactly(first.id().toString());
        Answer outstanding = api.get(second, path + "/acknowledgements?acknowledged=false");
        assertThat(outstanding.items("userId")).containsExactly(second.id().toString());
        assertThat(outstanding.at("/items/0/acknowledgedAt").isNull()).isTrue();
    }

    @Test
    void keepWhoAcknowledgedBeforeLeaving() {
        api.post(first, path + "/acknowledge", null);
        organisation.leave(channel, first);

        Answer answer = api.get(owner, path + "/acknowledgements");

        assertThat(answer.body().path("acknowledgedCount").asInt()).isEqualTo(1);
        assertThat(answer.body().path("outstandingCount").asInt()).isEqualTo(1);
    }

    @Test
    void comeFromEveryReaderOfAnAnnouncement() {
        UUID news = channelService.newChannel("announcement", "public");
        String announced = "/messages/" + api.message(organisation.ceo(), news, "We move in May");
        Someone reader = organisation.staff();

        assertThat(api.post(reader, announced + "/acknowledge", null).status()).isEqualTo(200);

        Answer all = api.get(organisation.ceo(), announced + "/acknowledgements");
        assertThat(all.body().path("acknowledgedCount").asInt()).isEqualTo(1);
        assertThat(all.items("userId")).containsExactly(reader.id().toString());
        UUID open = channelService.newChannel("public", owner);
        assertThat(api.post(reader, "/messages/" + api.message(owner, open, "x") + "/acknowledge", null)
                        .status())
                .isEqualTo(403);
        assertThat(api.post(reader, path + "/acknowledge", null).code()).isEqualTo("message_not_found");
    }

    @Test
    void comeInPages() {
        Answer page = api.get(owner, path + "/acknowledgements?limit=1");
        Answer next = api.get(owner, path + "/acknowledgements?limit=1&cursor=" + page.text("nextCursor"));

        assertThat(page.items("userId")).hasSize(1).doesNotContainAnyElementsOf(next.items("userId"));
        assertThat(next.items("userId")).hasSize(1);
        assertThat(next.body().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void areForMembers() {
        UUID open = organisation.channel("public", owner);
        String there = "/messages/" + api.message(owner, open, "x") + "/acknowledgements";

        assertThat(api.get(organisation.staff(), path + "/acknowledgements").code())
                .isEqualTo("message_not_found");
        assertThat(api.get(organisation.ceo(), path + "/acknowledgements").status())
                .isEqualTo(200);
        assertThat(api.send("GET", null, there, null).status()).isEqualTo(401);
        assertThat(api.get(owner, path + "/acknowledgements?acknowledged=maybe").code())
                .isEqualTo("invalid_parameter");
    }
}
