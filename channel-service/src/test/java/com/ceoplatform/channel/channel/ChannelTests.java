package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final Channel channel = Channel.create(draft("Launch"), Ids.next(), NOW);

    private static ChannelDraft draft(String name) {
        return new ChannelDraft(name, "", ChannelType.PROJECT, ChannelPrivacy.PUBLIC, null, "Sales");
    }

    @Test
    void remembersWhenItWasArchived() {
        channel.archive(LATER);

        assertThat(channel.isArchived()).isTrue();
        assertThat(channel.archivedAt()).isEqualTo(LATER);
        assertThat(channel.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void isAsBeforeWhenRestored() {
        channel.archive(NOW);
        channel.restore(LATER);

        assertThat(channel.isArchived()).isFalse();
        assertThat(channel.archivedAt()).isNull();
    }

    @Test
    void cannotBeArchivedTwice() {
        channel.archive(NOW);

        assertRefused("channel_archived", () -> channel.archive(LATER));
    }

    @Test
    void cannotBeRestoredWhenActive() {
        assertRefused("channel_not_archived", () -> channel.restore(LATER));
    }

    @Test
    void cannotBeChangedWhenArchived() {
        channel.archive(NOW);

        assertRefused("channel_archived", () -> channel.become(draft("Other"), LATER));
    }

    @Test
    void keepsADirectConversationAsItIs() {
        Channel direct = Channel.direct("a,b", Ids.next(), NOW);

        assertRefused("direct_conversation_fixed", direct::requireOpen);
        assertRefused("direct_conversation_fixed", () -> direct.archive(LATER));
        assertRefused("direct_conversation_fixed", () -> direct.restore(LATER));
        assertThat(direct.privacy()).isEqualTo(ChannelPrivacy.PRIVATE);
    }

    private static void assertRefused(String code, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
