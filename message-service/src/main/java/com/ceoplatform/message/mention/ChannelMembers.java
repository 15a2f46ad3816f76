package com.ceoplatform.message.mention;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.web.client.ServiceClients;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks channel-service who is in a channel. */
@Component
class ChannelMembers {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelMembers.class);

    private final RestClient channelService;

    ChannelMembers(ServiceClients clients) {
        channelService = clients.to("channel");
    }

    record ChannelDetail(@Nullable List<UUID> memberIds) {}

    /** @throws DomainException 503 when channel-service does not answer */
    Set<UUID> of(UUID channelId) {
        try {
            ChannelDetail detail = channelService
                    .get()
                    .uri("/api/v1/channels/{id}", channelId)
                    .retrieve()
                    .body(ChannelDetail.class);
            return detail == null || detail.memberIds() == null ? Set.of() : Set.copyOf(detail.memberIds());
        } catch (RestClientException failure) {
            LOG.warn("The members of channel {} could not be asked for: {}", channelId, failure.getMessage());
            throw DomainException.unavailable("Another part of the platform does not answer right now; try again.");
        }
    }
}
