package com.ceoplatform.message.access;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Channels;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The only way into a channel's messages. May ask channel-service: call it outside of transactions. */
@Component
public class Conversations {

    private final Channels channels;

    Conversations(Channels channels) {
        this.channels = requireNonNull(channels, "channels is null");
    }

    /** 404 {@code channel_not_found} when the caller may not know of the channel. */
    public Conversation open(Caller caller, UUID channelId) {
        return find(caller, channelId).orElseThrow(() -> DomainException.notFound("channel"));
    }

    /** Empty when the caller may not know of the channel. */
    public Optional<Conversation> find(Caller caller, UUID channelId) {
        return channels.access(channelId, caller).map(access -> new Conversation(caller, access));
    }

    /** As events have told it, for when there is no caller in whose name channel-service could be asked. */
    public Optional<Conversation> known(Caller caller, UUID channelId) {
        return channels.known(channelId, caller.id()).map(access -> new Conversation(caller, access));
    }

    /** A channel that the caller may read; 404 as above, 403 when it is known but closed to them. */
    public Conversation openToRead(Caller caller, UUID channelId) {
        Conversation conversation = open(caller, channelId);
        conversation.requireReader();
        return conversation;
    }
}
