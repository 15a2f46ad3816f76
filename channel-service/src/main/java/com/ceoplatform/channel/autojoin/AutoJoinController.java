package com.ceoplatform.channel.autojoin;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of the rule by which people join a channel. */
@RestController
@RequestMapping("/api/v1/channels/{id}/auto-join")
@Tag(name = "Members")
class AutoJoinController {

    private final AutoJoin autoJoin;

    AutoJoinController(AutoJoin autoJoin) {
        this.autoJoin = requireNonNull(autoJoin, "autoJoin is null");
    }

    @PutMapping
    @Operation(
            summary = "Let the people of departments join by themselves",
            description = "Those who are in them now and whoever comes into one later; nobody is taken out again."
                    + " An empty list ends it. For owners, the managers of the channel's department and the"
                    + " CEO. Accepts If-Match. Emits channel.updated and channel.member_added. 403: forbidden."
                    + " 404: channel_not_found. 409: channel_archived, direct_conversation_fixed. 412:"
                    + " stale_version.")
    ResponseEntity<AutoJoinRule> set(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AutoJoinRequest request,
            ExpectedVersion expected) {
        AutoJoinRule rule = autoJoin.set(caller, id, request, expected);
        return Etags.ok(rule, rule.version());
    }
}
