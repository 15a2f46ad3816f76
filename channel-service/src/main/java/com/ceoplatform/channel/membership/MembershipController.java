package com.ceoplatform.channel.membership;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.KnownPeople;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of members. */
@RestController
@RequestMapping("/api/v1/channels")
@Tag(name = "Members")
class MembershipController {

    private final MembershipService memberships;
    private final MemberListing listing;
    private final KnownPeople people;

    MembershipController(MembershipService memberships, MemberListing listing, KnownPeople people) {
        this.memberships = requireNonNull(memberships, "memberships is null");
        this.listing = requireNonNull(listing, "listing is null");
        this.people = requireNonNull(people, "people is null");
    }

    @GetMapping("/memberships")
    @Operation(
            summary = "The channels that you are in",
            description = "Direct conversations and archived channels included. Never more than one page.")
    OwnMemberships own(@AuthenticationPrincipal Caller caller) {
        return listing.own(caller);
    }

    @GetMapping("/{id}/members")
    @Operation(
            summary = "Who is in a channel",
            description = "In the order of their ids. 403: forbidden (a restricted channel seen from outside). 404:"
                    + " channel_not_found.")
    CursorPage<MemberResponse> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 1);
        return listing.list(caller, id, PageLimit.of(limit), after);
    }

    @PostMapping("/{id}/members")
    @Operation(
            summary = "Add people to a channel",
            description = "For owners and moderators, the managers of its department and the CEO; roles above"
                    + " member are for owners to give. Anybody adds themselves to a public channel. Who is a"
                    + " member already stays what they are. Accepts Idempotency-Key. Emits channel.member_added"
                    + " for each who is new. 403: forbidden. 404: channel_not_found. 409: channel_archived,"
                    + " direct_conversation_fixed. 422: validation_failed.")
    MemberResponse.Added add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AddMembersRequest request) {
        people.require("userIds", request.userIds());
        return memberships.add(caller, id, request);
    }

    @PatchMapping("/{id}/members/{userId}")
    @Operation(
            summary = "Make a member something else",
            description = "For owners, the managers of its department and the CEO. Accepts Idempotency-Key. Emits"
                    + " channel.updated. 403: forbidden. 404: channel_not_found, member_not_found. 409:"
                    + " last_owner, channel_archived, direct_conversation_fixed.")
    MemberResponse changeRole(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID userId,
            @Valid @RequestBody ChangeRoleRequest request) {
        return memberships.changeRole(caller, id, userId, request.role());
    }

    @PostMapping("/{id}/transfer")
    @Operation(
            summary = "Hand a channel on to another member",
            description = "Who becomes the owner in your place; you stay as a moderator. For owners, the managers"
                    + " of its department and the CEO. Accepts Idempotency-Key. Emits channel.updated. 403:"
                    + " forbidden. 404: channel_not_found, member_not_found. 409: channel_archived,"
                    + " direct_conversation_fixed.")
    MemberResponse transfer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody TransferRequest request) {
        return memberships.transfer(caller, id, request.userId());
    }

    @DeleteMapping("/{id}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take somebody out of a channel, or leave it",
            description = "Anybody leaves; others are taken out by owners and moderators, owners by owners only."
                    + " Accepts Idempotency-Key. Emits channel.member_removed. 403: forbidden. 404:"
                    + " channel_not_found, member_not_found. 409: last_owner, channel_archived,"
                    + " direct_conversation_fixed.")
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID userId) {
        memberships.remove(caller, id, userId);
    }
}
