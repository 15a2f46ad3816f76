package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class DirectConversationsIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Test
    void givesTheSamePeopleTheSameConversation() {
        Someone one = organisation.staff();
        Someone other = organisation.staff();

        Answer first = open(one, other.id());
        Answer again = open(one, other.id(), one.id());
        Answer fromTheOtherSide = open(other, one.id());

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("type")).isEqualTo("direct");
        assertThat(first.text("privacy")).isEqualTo("private");
        assertThat(first.body().path("name").isNull()).isTrue();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(fromTheOtherSide.id()).isEqualTo(first.id());
        assertThat(open(one, other.id(), organisation.staff().id()).id()).isNotEqualTo(first.id());
        assertThat(new OutboxProbe().types(first.id())).containsExactly("channel.created");
    }

    @Test
    void opensOneConversationForManyAtOnce() {
        Someone one = organisation.staff();
        Someone other = organisation.staff();

        List<Answer> answers = InParallel.run(16, index -> open(index % 2 == 0 ? one : other, one.id(), other.id()));

        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(new OutboxProbe().types(answers.getFirst().id())).containsExactly("channel.created");
    }

    @Test
    void needsSomebodyElseWhoExists() {
        Someone alone = organisation.staff();

        assertThat(open(alone).status()).isEqualTo(422);
        assertThat(open(alone, alone.id()).code()).isEqualTo("validation_failed");
        assertThat(open(alone, Ids.next()).texts("errors", "field")).containsExactly("memberIds[0]");
    }

    @Test
    void neverChanges() {
        Someone one = organisation.staff();
        Someone other = organisation.staff();
        String path = "/channels/" + open(one, other.id()).id();

        assertFixed(api.patch(one, path, Map.of("name", "x")));
        assertFixed(api.post(one, path + "/archive", null));
        assertFixed(api.post(
                one,
                path + "/members",
                Map.of("userIds", List.of(organisation.staff().id()))));
        assertFixed(api.delete(one, path + "/members/" + one.id()));
    }

    private static void assertFixed(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("direct_conversation_fixed");
    }

    private Answer open(Someone caller, UUID... others) {
        return api.post(caller, "/channels", Map.of("type", "direct", "memberIds", List.of(others)));
    }
}
