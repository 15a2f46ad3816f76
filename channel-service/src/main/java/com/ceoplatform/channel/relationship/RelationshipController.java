package com.ceoplatform.channel.relationship;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of the relationships of a channel. */
@RestController
@RequestMapping("/api/v1/channels/{id}/relationships")
class RelationshipController {

    private final RelationshipService relationships;

    RelationshipController(RelationshipService relationships) {
        this.relationships = requireNonNull(relationships, "relationships is null");
    }

    @GetMapping
    RelationshipResponse.Related list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return relationships.list(caller, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RelationshipResponse relate(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @Valid @RequestBody RelateRequest request) {
        return relationships.relate(caller, id, request);
    }

    @DeleteMapping("/{otherId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unrelate(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID otherId) {
        relationships.unrelate(caller, id, otherId);
    }
}
