package com.ceoplatform.task.access;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.web.client.ServiceClients;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks channel-service who is in a channel right now; for members added a moment ago, whose events are on the way. */
@Component
class ChannelMembers {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelMembers.class);

    private final RestClient channelService;

    ChannelMembers(ServiceClients clients) {
        channelService = clients.to("channel");
    }

    private record Answer(@Nullable List<UUID> memberIds) {}

    /** @throws DomainException 503 when channel-service does not answer */
    List<UUID> ask(UUID channelId) {
        try {
            Answer answer = channelService
                    .get()
                    .uri("/api/v1/channels/{id}", channelId)
                    .retrieve()
                    .onStatus(status -> status.value() == 404, (request, gone) -> {})
                    .body(Answer.class);
            return answer == null || answer.memberIds() == null ? List.of() : answer.memberIds();
        } catch (RestClientException failure) {
            LOG.warn("The members of channel {} could not be asked for: {}", channelId, failure.getMessage());
            throw DomainException.unavailable("Another part of the platform does not answer right now; try again.");
        }
    }
}
