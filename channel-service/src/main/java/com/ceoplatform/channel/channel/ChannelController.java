package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.KnownPeople;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST of channels and direct conversations. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelController {

    private final ChannelService channels;
    private final DirectConversations conversations;
    private final ChannelListing listing;
    private final KnownPeople people;

    ChannelController(
            ChannelService channels, DirectConversations conversations, ChannelListing listing, KnownPeople people) {
        this.channels = requireNonNull(channels, "channels is null");
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.listing = requireNonNull(listing, "listing is null");
        this.people = requireNonNull(people, "people is null");
    }

    @PostMapping
    ResponseEntity<ChannelResponse> create(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody CreateChannelRequest request) {
        people.require("memberIds", request.members());
        if (request.isDirect()) {
            DirectConversations.Opened opened = conversations.open(caller, request.members());
            ChannelResponse channel = opened.channel();
            return opened.isNew() ? created(channel) : Etags.ok(channel, channel.version());
        }
        request.draft(caller);
        return created(channels.create(caller, request));
    }

    private static ResponseEntity<ChannelResponse> created(ChannelResponse channel) {
        return Etags.created("/api/v1/channels/" + channel.id(), channel, channel.version());
    }

    @GetMapping
    CursorPage<ChannelResponse> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ChannelType type,
            @RequestParam(required = false) @Nullable ChannelPrivacy privacy,
            @RequestParam(required = false) @Nullable ChannelStatus status,
            @RequestParam(required = false) @Nullable UUID categoryId,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (q != null && q.indexOf('\0') >= 0) {
            throw DomainException.invalidParameter("q", "contains characters that are no text");
        }
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        ChannelFilter filter = new ChannelFilter(q, type, privacy, status, categoryId, mine);
        return listing.list(caller, filter, PageLimit.of(limit), after);
    }

    @GetMapping("/{id}")
    ResponseEntity<ChannelResponse> show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return etagged(channels.show(caller, id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ChannelResponse> update(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody UpdateChannelRequest request,
            ExpectedVersion expected) {
        return etagged(channels.update(caller, id, request, expected));
    }

    @PostMapping("/{id}/archive")
    ResponseEntity<ChannelResponse> archive(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ReasonRequest request,
            ExpectedVersion expected) {
        return etagged(channels.archive(caller, id, ReasonRequest.of(request), expected));
    }

    @PostMapping("/{id}/unarchive")
    ResponseEntity<ChannelResponse> unarchive(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ReasonRequest request,
            ExpectedVersion expected) {
        return etagged(channels.restore(caller, id, ReasonRequest.of(request), expected));
    }

    private static ResponseEntity<ChannelResponse> etagged(ChannelResponse channel) {
        return Etags.ok(channel, channel.version());
    }
}
