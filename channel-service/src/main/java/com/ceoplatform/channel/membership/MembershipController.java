package com.ceoplatform.channel.membership;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.KnownPeople;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
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
    OwnMemberships own(@AuthenticationPrincipal Caller caller) {
        return listing.own(caller);
    }

    @GetMapping("/{id}/members")
    CursorPage<MemberResponse> list(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 1);
        return listing.list(caller, id, PageLimit.of(limit), after);
    }

    @PostMapping("/{id}/members")
    MemberResponse.Added add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AddMembersRequest request) {
        people.require("userIds", request.userIds());
        return memberships.add(caller, id, request);
    }

    @PatchMapping("/{id}/members/{userId}")
    MemberResponse changeRole(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID userId,
            @Valid @RequestBody ChangeRoleRequest request) {
        return memberships.changeRole(caller, id, userId, request.role());
    }

    /** Hands the channel on to another member. */
    @PostMapping("/{id}/transfer")
    MemberResponse transfer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody TransferRequest request) {
        return memberships.transfer(caller, id, request.userId());
    }

    @DeleteMapping("/{id}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID userId) {
        memberships.remove(caller, id, userId);
    }
}
