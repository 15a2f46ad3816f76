package com.ceoplatform.channel.file;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.web.client.ServiceClients;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks task-service, on behalf of the caller, which tasks the caller may see; call it outside of transactions. */
@Component
public class Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final RestClient client;

    Tasks(ServiceClients clients) {
        client = clients.to("task");
    }

    /** @throws DomainException 503 when task-service does not answer */
    boolean isVisible(UUID taskId) {
        try {
            return client.get().uri("/api/v1/tasks/{id}", taskId).<Boolean>exchange((request, response) -> {
                HttpStatusCode status = response.getStatusCode();
                if (status.is5xxServerError() || status.value() == 429) {
                    throw new RestClientException("Answered " + status);
                }
                return status.is2xxSuccessful();
            });
        } catch (RestClientException failure) {
            LOG.warn("task-service could not be asked for a task: {}", failure.getMessage());
            throw DomainException.unavailable("Another part of the platform does not answer right now; try again.");
        }
    }

    /** 422 naming each task that the caller may not see. */
    public void require(String field, List<UUID> taskIds) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < taskIds.size(); index++) {
            if (!isVisible(taskIds.get(index))) {
                errors.add(new FieldError(field + "[" + index + "]", "there is no such task, or you may not see it"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }
}
