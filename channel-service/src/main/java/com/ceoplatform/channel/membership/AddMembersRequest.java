package com.ceoplatform.channel.membership;

import com.ceoplatform.channel.member.MemberRole;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People to add; a member when the role is left out. */
record AddMembersRequest(
        @NotEmpty @Size(max = 200) List<@NotNull UUID> userIds,
        @Nullable MemberRole role) {

    MemberRole roleOrMember() {
        return role == null ? MemberRole.MEMBER : role;
    }
}
