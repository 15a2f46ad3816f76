package com.ceoplatform.channel.autojoin;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of people who come to the organisation, move to another department or come back. */
@Configuration(proxyBeanMethods = false)
class Arrivals {

    /** What the events of a person say of where they belong. */
    record Arrival(
            UUID id,
            @Nullable String department,
            boolean active,
            @Nullable Changed changed) {

        boolean isMove() {
            return changed != null && (changed.department() != null || changed.active() != null);
        }
    }

    /** What changed about a person, as far as it matters here. */
    record Changed(@Nullable Object department, @Nullable Object active) {}

    @Bean
    Subscription autoJoinSubscription(AutoJoin autoJoin) {
        return Subscription.named("auto-join")
                .topics(Topic.USERS)
                .on("user.created", Arrival.class, event -> arrive(autoJoin, event))
                .on("user.updated", Arrival.class, event -> {
                    if (event.data().isMove()) {
                        arrive(autoJoin, event);
                    }
                })
                .build();
    }

    private static void arrive(AutoJoin autoJoin, Event<Arrival> event) {
        Arrival person = event.data();
        if (person.active() && person.department() != null) {
            autoJoin.arrive(person.id(), person.department());
        }
    }
}
