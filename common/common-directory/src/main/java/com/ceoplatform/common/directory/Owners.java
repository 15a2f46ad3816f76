package com.ceoplatform.common.directory;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.web.client.ServiceClients;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The services that own people and channels, asked with the caller's token. */
class Owners {

    private static final Logger LOG = LoggerFactory.getLogger(Owners.class);

    private final RestClient gateway;
    private final RestClient channelService;

    Owners(ServiceClients clients) {
        gateway = clients.to("gateway");
        channelService = clients.to("channel");
    }

    /** @throws DomainException 503 when the gateway does not answer */
    Optional<Person> person(UUID id) {
        return get(gateway, "/api/v1/users/{id}", id, Person.class);
    }

    /** @throws DomainException 503 when channel-service does not answer */
    Optional<ChannelAccess> channel(UUID id) {
        return get(channelService, "/api/v1/channels/{id}", id, ChannelAnswer.class)
                .map(ChannelAnswer::access);
    }

    private static <T> Optional<T> get(RestClient client, String path, UUID id, Class<T> type) {
        try {
            return client.get().uri(path, id).<Optional<T>>exchange((request, response) -> {
                HttpStatusCode status = response.getStatusCode();
                if (status.is2xxSuccessful()) {
                    return Optional.ofNullable(response.bodyTo(type));
                }
                if (status.is5xxServerError() || status.value() == 429) {
                    throw new RestClientException("Answered " + status);
                }
                return Optional.empty();
            });
        } catch (RestClientException failure) {
            LOG.warn("{} could not be asked: {}", path, failure.getMessage());
            throw DomainException.unavailable("Another part of the platform does not answer right now; try again.");
        }
    }

    /** What channel-service says of a channel. */
    private record ChannelAnswer(
            UUID id,
            @Nullable String name,
            String type,
            String privacy,
            String status,
            @Nullable String department,
            @Nullable UUID createdBy,
            long version,
            @Nullable String myRole) {

        ChannelAccess access() {
            return new ChannelAccess(
                    new Channel(id, name, type, privacy, status, department, createdBy, version), myRole);
        }
    }
}
