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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Channels")
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
    @Operation(
            summary = "Create a channel, or open a direct conversation",
            description = "You become its owner, everybody named a member. Of type direct: the one conversation of"
                    + " exactly you and these people, 201 when it is new and 200 when it is there. Accepts"
                    + " Idempotency-Key. Emits channel.created. 422: validation_failed (with every field that"
                    + " is wrong), idempotency_key_reused.")
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
    @Operation(
            summary = "List the channels that you may see",
            description = "The liveliest first. Conditions combine. Private ones are shown to their members and the"
                    + " CEO, direct conversations to their people only. 400: invalid_parameter.")
    CursorPage<ChannelResponse> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "Part of the name, in any case") @RequestParam(required = false) @Nullable
                    String q,
            @Parameter(description = "Only this type") @RequestParam(required = false) @Nullable ChannelType type,
            @Parameter(description = "Only this privacy") @RequestParam(required = false) @Nullable
                    ChannelPrivacy privacy,
            @Parameter(description = "active or archived; both when left out") @RequestParam(required = false) @Nullable
                    ChannelStatus status,
            @Parameter(description = "Only channels of this category") @RequestParam(required = false) @Nullable
                    UUID categoryId,
            @Parameter(description = "true: only channels that you are a member of")
                    @RequestParam(defaultValue = "false")
                    boolean mine,
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
    @Operation(
            summary = "Read a channel",
            description = "Its members are named to those who may look into it. The ETag is its version;"
                    + " If-None-Match is answered with 304. 404: channel_not_found.")
    ResponseEntity<ChannelResponse> show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return etagged(channels.show(caller, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a channel",
            description = "For its owners, the managers of its department and the CEO; moderators change name,"
                    + " description and category. What is left out stays. Accepts If-Match and Idempotency-Key."
                    + " Emits channel.updated. 403: forbidden. 404: channel_not_found. 409: channel_archived,"
                    + " direct_conversation_fixed. 412: stale_version. 422: validation_failed.")
    ResponseEntity<ChannelResponse> update(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody UpdateChannelRequest request,
            ExpectedVersion expected) {
        return etagged(channels.update(caller, id, request, expected));
    }

    @PostMapping("/{id}/archive")
    @Operation(
            summary = "Archive a channel",
            description =
                    "For its owners, the managers of its department and the CEO. It can be read as before, but nobody"
                            + " posts in it, joins, leaves or changes it until it is restored; its tasks go on. Accepts"
                            + " If-Match and Idempotency-Key. Emits channel.archived. 403: forbidden. 404:"
                            + " channel_not_found. 409: channel_archived (already), direct_conversation_fixed. 412:"
                            + " stale_version.")
    ResponseEntity<ChannelResponse> archive(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable ReasonRequest request,
            ExpectedVersion expected) {
        return etagged(channels.archive(caller, id, ReasonRequest.of(request), expected));
    }

    @PostMapping("/{id}/unarchive")
    @Operation(
            summary = "Restore an archived channel",
            description = "For those who may archive it. Accepts If-Match and Idempotency-Key. Emits"
                    + " channel.restored. 403: forbidden. 404: channel_not_found. 409: channel_not_archived,"
                    + " direct_conversation_fixed. 412: stale_version.")
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
