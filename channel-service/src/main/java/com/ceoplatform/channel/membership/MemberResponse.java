package com.ceoplatform.channel.membership;

import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One member of a channel. */
record MemberResponse(UUID userId, MemberRole role, Instant joinedAt) {

    static MemberResponse from(Member member) {
        return new MemberResponse(member.userId(), member.role(), member.joinedAt());
    }

    /** The people of one request, in the order of the request. */
    record Added(List<MemberResponse> items) {}
}
