package com.ceoplatform.message.posting;

import com.ceoplatform.common.directory.Channel;
import com.ceoplatform.common.directory.ChannelAccess;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.client.ServiceClients;
import com.ceoplatform.message.access.Conversation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Has channel-service find or open the conversation of some people. Asking twice does no harm. */
@Component
class DirectConversations {

    private static final Logger LOG = LoggerFactory.getLogger(DirectConversations.class);

    private final RestClient channelService;

    DirectConversations(ServiceClients clients) {
        channelService = clients.to("channel");
    }

    /** What channel-service answers; a direct conversation has no name and no department. */
    record Opened(
            UUID id,
            String type,
            String privacy,
            String status,
            @Nullable UUID createdBy,
            long version) {

        ChannelAccess access() {
            Channel channel = new Channel(id, null, type, privacy, status, null, createdBy, version);
            return new ChannelAccess(channel, "member");
        }
    }

    record Problem(@Nullable List<FieldError> errors) {}

    /** 422 when channel-service does not take the people, 503 when it does not answer. */
    Conversation open(Caller caller, List<UUID> others) {
        Map<String, Object> body = Map.of("type", "direct", "privacy", "private", "memberIds", others);
        try {
            Opened opened = channelService
                    .post()
                    .uri("/api/v1/channels")
                    .body(body)
                    .exchangeForRequiredValue((request, response) -> read(response));
            return new Conversation(caller, opened.access());
        } catch (RestClientException failure) {
            LOG.warn("A direct conversation could not be opened: {}", failure.getMessage());
            throw DomainException.unavailable("Another part of the platform does not answer right now; try again.");
        }
    }

    private static Opened read(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws java.io.IOException {
        if (response.getStatusCode().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)) {
            throw DomainException.invalid(inOurWords(response.bodyTo(Problem.class)));
        }
        Opened opened = response.getStatusCode().is2xxSuccessful() ? response.bodyTo(Opened.class) : null;
        if (opened == null) {
            throw new RestClientException("Answered " + response.getStatusCode());
        }
        return opened;
    }

    private static List<FieldError> inOurWords(@Nullable Problem problem) {
        if (problem == null || problem.errors() == null) {
            return List.of(new FieldError("userIds", "are not people that one can write to"));
        }
        return problem.errors().stream()
                .map(error -> new FieldError(error.field().replaceFirst("^memberIds", "userIds"), error.message()))
                .toList();
    }
}
