package com.ceoplatform.notification.rule;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One consumer group for all rules: a person's notifications come in the order of what caused them, topic by topic. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    @Bean
    Subscription ruleSubscription(
            TaskRules tasks,
            MeetingRules meetings,
            ChannelRules channels,
            MessageRules messages,
            CommandRules commands) {
        Subscription.Builder subscription =
                Subscription.named("rules").topics(Topic.TASKS, Topic.CHANNELS, Topic.MESSAGES, Topic.COMMANDS);
        tasks.addTo(subscription);
        meetings.addTo(subscription);
        channels.addTo(subscription);
        messages.addTo(subscription);
        commands.addTo(subscription);
        return subscription.build();
    }
}
