package com.ceoplatform.channel.channel;

import com.ceoplatform.channel.member.MemberRole;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as REST returns it and as its events carry it.
 *
 * @param name null for direct conversations
 * @param memberIds in details and events only, and only for those who may see them
 * @param autoJoinDepartments whose people become members by themselves
 * @param myRole what the reader is in the channel, when a member; never in events
 * @param canPost whether the reader may post messages and files there now; never in events
 */
public record ChannelResponse(
        UUID id,
        @Nullable String name,
        String description,
        ChannelType type,
        ChannelPrivacy privacy,
        ChannelStatus status,
        @Nullable UUID categoryId,
        @Nullable String department,
        List<String> autoJoinDepartments,
        UUID createdBy,
        int memberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UUID> memberIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MemberRole myRole,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean canPost,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        Instant lastActivityAt,
        long version) {

    static ChannelResponse inEvent(Channel channel, List<UUID> memberIds) {
        return of(channel, memberIds, null, null);
    }

    static ChannelResponse from(SeenChannel seen, @Nullable List<UUID> memberIds) {
        return of(seen.channel(), memberIds, seen.role(), seen.mayPost());
    }

    private static ChannelResponse of(
            Channel channel, @Nullable List<UUID> memberIds, @Nullable MemberRole myRole, @Nullable Boolean canPost) {
        return new ChannelResponse(
                channel.id(),
                channel.name(),
                channel.description(),
                channel.type(),
                channel.privacy(),
                channel.status(),
                channel.categoryId(),
                channel.department(),
                channel.autoJoinDepartments(),
                channel.createdBy(),
                channel.memberCount(),
                memberIds,
                myRole,
                canPost,
                channel.createdAt(),
                channel.updatedAt(),
                channel.archivedAt(),
                channel.lastActivityAt(),
                channel.version());
    }
}
