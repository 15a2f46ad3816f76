package com.ceoplatform.channel.activity;

import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.tail.EventTail;
import com.ceoplatform.common.events.tail.TailStart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads the messages outside any consumer group: a transaction for each would cost more than the messages do. */
@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

    /** What was noted and not yet written when a process died is younger than this. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(10);

    @Bean
    EventTail channelActivityTail(
            @Qualifier("eventConsumers") ConsumerFactory<String, byte[]> consumers,
            EventDecoder decoder,
            ChannelActivity activity,
            Clock clock) {
        return new EventTail(
                "channel-activity",
                consumers,
                decoder,
                List.of(Topic.MESSAGES.topicName()),
                new TailStart.At(() -> clock.instant().minus(LOOK_BACK)),
                activity::on);
    }
}
