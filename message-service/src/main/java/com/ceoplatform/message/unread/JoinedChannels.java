package com.ceoplatform.message.unread;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who joins a channel starts where it is then: what was said before waits for nobody. */
@Configuration(proxyBeanMethods = false)
class JoinedChannels {

    private final ReadPositions positions;

    JoinedChannels(ReadPositions positions) {
        this.positions = requireNonNull(positions, "positions is null");
    }

    /** What this service uses of a member event. */
    record MemberAdded(UUID id, UUID userId) {}

    @Bean
    Subscription readPositionsOfNewMembers() {
        return Subscription.named("read-positions")
                .topics(Topic.CHANNELS)
                .on("channel.member_added", MemberAdded.class, this::joined)
                .build();
    }

    private void joined(Event<MemberAdded> event) {
        positions.startAt(event.data().userId(), event.data().id(), event.time());
    }
}
