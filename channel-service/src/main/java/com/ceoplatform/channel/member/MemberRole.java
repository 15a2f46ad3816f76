package com.ceoplatform.channel.member;

/** What a member may do: owners everything, moderators everything but archive and roles, members read and write. */
public enum MemberRole {
    OWNER,
    MODERATOR,
    MEMBER
}
