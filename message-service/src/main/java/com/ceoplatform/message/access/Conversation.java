package com.ceoplatform.message.access;

import com.ceoplatform.common.directory.ChannelAccess;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import java.util.UUID;

/**
 * A channel through the eyes of a person who may know of it. The CEO reads and writes everywhere but in the direct
 * conversations of others; managers read the restricted channels of their department.
 */
public record Conversation(Caller caller, ChannelAccess access) {

    public UUID channelId() {
        return access.channel().id();
    }

    public boolean isDirect() {
        return access.channel().isDirect();
    }

    public boolean isPublic() {
        return access.channel().isPublic();
    }

    boolean mayRead() {
        return access.isMember() || isPublic() || hasAuthority();
    }

    /** Only members write, and in announcement channels only those who lead them: what channel-service calls canPost. */
    boolean mayWrite() {
        return isCeoHere() || access.moderates() || (access.isMember() && !isAnnouncement());
    }

    /** Whether the person may take messages of others away. */
    public boolean mayModerate() {
        return !isDirect() && (access.moderates() || hasAuthority());
    }

    /** Members take part: react, pin, mark as read. */
    public void requireMember() {
        requireParticipant();
        requireOpen();
    }

    /** A member, also of an archived channel. */
    public void requireParticipant() {
        if (!access.isMember() && !isCeoHere()) {
            throw DomainException.forbidden("Only members of the channel may do this.");
        }
    }

    /** Whoever an announcement reaches may say that they have read it; elsewhere that is for members. */
    public void requireAudience() {
        if (isAnnouncement()) {
            requireReader();
        } else {
            requireParticipant();
        }
        requireOpen();
    }

    public void requireReader() {
        if (!mayRead()) {
            throw DomainException.forbidden("Only members read this channel.");
        }
    }

    public void requireWriter() {
        if (!mayWrite()) {
            throw DomainException.forbidden(
                    access.isMember()
                            ? "Only those who run an announcement channel write in it."
                            : "Only members write in this channel.");
        }
        requireOpen();
    }

    /** 409 {@code channel_archived} when nothing may change any more. */
    public void requireOpen() {
        if (access.channel().isArchived()) {
            throw DomainException.conflict("channel_archived", "The channel is archived.");
        }
    }

    private boolean isAnnouncement() {
        return access.channel().type().equals("announcement");
    }

    private boolean isCeoHere() {
        return caller.isCeo() && !isDirect();
    }

    private boolean hasAuthority() {
        return isCeoHere()
                || (!access.channel().privacy().equals("private")
                        && caller.manages(access.channel().department()));
    }
}
