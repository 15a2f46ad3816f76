package com.ceoplatform.channel.membership;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who is in a channel, and what channels a person is in. */
@Service
class MemberListing {

    private static final UUID FIRST = new UUID(0, 0);

    private final ChannelAccess access;
    private final Members members;

    MemberListing(ChannelAccess access, Members members) {
        this.access = requireNonNull(access, "access is null");
        this.members = requireNonNull(members, "members is null");
    }

    @Transactional(readOnly = true)
    public CursorPage<MemberResponse> list(Caller caller, UUID channelId, int limit, @Nullable Cursor after) {
        access.see(caller, channelId).requireInside();
        UUID previous = after == null ? FIRST : after.uuid(0);
        List<Member> rows = members.page(channelId, previous, Limit.of(limit + 1));
        return CursorPage.of(rows, limit, member -> Cursor.of(member.userId())).map(MemberResponse::from);
    }

    /** Every channel the caller is in, direct conversations and archived channels included. */
    @Transactional(readOnly = true)
    public OwnMemberships own(Caller caller) {
        return new OwnMemberships(members.channelIds(caller.id()));
    }
}
