package com.ceoplatform.channel.membership;

import com.ceoplatform.channel.member.MemberRole;
import jakarta.validation.constraints.NotNull;

/** What a member shall be from now on. */
record ChangeRoleRequest(@NotNull MemberRole role) {}
