package com.ceoplatform.message.system;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.message.message.MessageType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listens for what the platform has to say something about; the inbox sees that it says it once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SystemMessageSettings.class)
class SystemMessageConfiguration {

    @Bean
    Subscription systemMessages(
            SystemMessageSettings settings, ChannelAnnouncements channels, CommandAnnouncements commands) {
        Subscription.Builder subscription =
                Subscription.named("system-messages").topics(Topic.CHANNELS, Topic.COMMANDS);
        if (settings.membership()) {
            subscription
                    .on("channel.member_added", ChannelAnnouncements.MemberChange.class, channels::added)
                    .on("channel.member_removed", ChannelAnnouncements.MemberChange.class, channels::removed);
        }
        if (settings.lifecycle()) {
            subscription
                    .on(
                            "channel.archived",
                            ChannelAnnouncements.Changed.class,
                            event -> channels.changed(event, MessageType.CHANNEL_ARCHIVED, "archived"))
                    .on(
                            "channel.restored",
                            ChannelAnnouncements.Changed.class,
                            event -> channels.changed(event, MessageType.CHANNEL_RESTORED, "restored"));
        }
        if (settings.commands()) {
            subscription.on("command.completed", CommandAnnouncements.Command.class, commands::completed);
        }
        return subscription.build();
    }
}
