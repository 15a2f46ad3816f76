package com.ceoplatform.channel.channel;

import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A channel through the eyes of a person: what they may see and do. The CEO may do everything except with the direct
 * conversations of others; managers act on the channels of their department that they can see; owners and
 * moderators act on theirs.
 *
 * @param role null when the person is not a member
 */
public record SeenChannel(
        Caller caller, Channel channel, @Nullable MemberRole role) {

    public boolean isMember() {
        return role != null;
    }

    boolean isVisible() {
        return isMember()
                || switch (channel.privacy()) {
                    case PUBLIC, RESTRICTED -> true;
                    case PRIVATE -> caller.isCeo() && !channel.isDirect();
                };
    }

    /** Whether content and members are open to the person. */
    public boolean mayLookInside() {
        return isMember()
                || switch (channel.privacy()) {
                    case PUBLIC -> true;
                    case RESTRICTED -> hasAuthority();
                    case PRIVATE -> caller.isCeo() && !channel.isDirect();
                };
    }

    /** Whether the person may become a member without being asked. */
    public boolean mayJoin() {
        return isMember() || channel.privacy() == ChannelPrivacy.PUBLIC;
    }

    /** Whether the person may say something: members may, but in announcement channels only those who lead them. */
    public boolean mayPost() {
        if (channel.isArchived()) {
            return false;
        }
        boolean leads = role == MemberRole.OWNER || role == MemberRole.MODERATOR;
        return hasCeosAuthority() || leads || (isMember() && !isForAnnouncements());
    }

    /** Whether the person may change the channel and its ordinary members. */
    public boolean mayModerate() {
        return hasAuthority() || role == MemberRole.OWNER || role == MemberRole.MODERATOR;
    }

    /** Whether the person may archive the channel and hand out roles. */
    public boolean mayOwn() {
        return hasAuthority() || role == MemberRole.OWNER;
    }

    public void requireInside() {
        if (!mayLookInside()) {
            throw DomainException.forbidden("Only members see who is in this channel.");
        }
    }

    /** 409 {@code channel_archived}, or 403. */
    public void requirePosting() {
        requireNotArchived();
        if (!mayPost()) {
            throw DomainException.forbidden(
                    isForAnnouncements()
                            ? "Only owners and moderators post in this channel."
                            : "Only members post in this channel.");
        }
    }

    public void requireNotArchived() {
        if (channel.isArchived()) {
            throw Channel.archived();
        }
    }

    /** 403; 409 {@code direct_conversation_fixed} to the people of a conversation, which nobody leads. */
    public void requireModerator() {
        channel.requireNotDirect();
        if (!mayModerate()) {
            throw DomainException.forbidden("Only owners and moderators of the channel may do this.");
        }
    }

    /** As {@link #requireModerator()}. */
    public void requireOwner() {
        channel.requireNotDirect();
        if (!mayOwn()) {
            throw DomainException.forbidden("Only owners of the channel may do this.");
        }
    }

    private boolean isForAnnouncements() {
        return channel.type() == ChannelType.ANNOUNCEMENT;
    }

    private boolean hasAuthority() {
        return hasCeosAuthority() || (isVisible() && !channel.isDirect() && caller.manages(channel.department()));
    }

    private boolean hasCeosAuthority() {
        return caller.isCeo() && !channel.isDirect();
    }
}
