package com.ceoplatform.notification.rule;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One consumer group for all that is not urgent: a person's notifications come in the order of what caused them, topic by topic. */
@Configuration(proxyBeanMethods = false)
class RuleConfiguration {

    @Bean
    Subscription ruleSubscription(
            TaskRules tasks,
            MeetingRules meetings,
            ChannelRules channels,
            FileRules files,
            MessageRules messages,
            ScheduledMessageRules scheduledMessages,
            CommandRules commands) {
        Subscription.Builder subscription =
                Subscription.named("rules").topics(Topic.TASKS, Topic.CHANNELS, Topic.MESSAGES, Topic.COMMANDS);
        tasks.addTo(subscription);
        meetings.addTo(subscription);
        channels.addTo(subscription);
        files.addTo(subscription);
        messages.addTo(subscription);
        scheduledMessages.addTo(subscription);
        commands.addTo(subscription);
        return subscription.build();
    }

    /** A lane of its own: however much there is to tell, what is urgent waits behind nothing but what is urgent. */
    @Bean
    Subscription urgentRuleSubscription(MessageRules messages, AccountRules accounts) {
        Subscription.Builder subscription = Subscription.named("urgent-rules").topics(Topic.MESSAGES, Topic.USERS);
        messages.addUrgentTo(subscription);
        accounts.addTo(subscription);
        return subscription.build();
    }
}
