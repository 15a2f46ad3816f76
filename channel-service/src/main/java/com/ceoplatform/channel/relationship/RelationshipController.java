package com.ceoplatform.channel.relationship;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Relationships")
class RelationshipController {

    private final RelationshipService relationships;

    RelationshipController(RelationshipService relationships) {
        this.relationships = requireNonNull(relationships, "relationships is null");
    }

    @GetMapping
    @Operation(
            summary = "What a channel is related to",
            description = "As far as you may know of the others. Never more than one page. 404: channel_not_found.")
    RelationshipResponse.Related list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return relationships.list(caller, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Relate a channel to another one",
            description = "The kind says what the other one is to this one: parent, child or collaboration. For"
                    + " owners and moderators, the managers of its department and the CEO; you must see into"
                    + " the other one. Accepts Idempotency-Key. Emits channel.updated. 403: forbidden. 404:"
                    + " channel_not_found. 409: relationship_exists, relationship_cycle, channel_has_parent,"
                    + " channel_archived, direct_conversation_fixed.")
    RelationshipResponse relate(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @Valid @RequestBody RelateRequest request) {
        return relationships.relate(caller, id, request);
    }

    @DeleteMapping("/{otherId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End a relationship",
            description = "From either side. For those who may relate the channel. Emits channel.updated. 403:"
                    + " forbidden. 404: channel_not_found, relationship_not_found. 409: channel_archived,"
                    + " direct_conversation_fixed.")
    void unrelate(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID otherId) {
        relationships.unrelate(caller, id, otherId);
    }
}
