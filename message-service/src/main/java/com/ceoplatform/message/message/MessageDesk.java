package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.message.mention.Mentions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What people do with one message: checks their rights, where another service may be asked, then changes it. */
@Service
class MessageDesk {

    private final MessageAccess access;
    private final MessageChanges changes;
    private final MessageViews views;
    private final Revisions revisions;
    private final Mentions mentions;

    MessageDesk(
            MessageAccess access, MessageChanges changes, MessageViews views, Revisions revisions, Mentions mentions) {
        this.access = requireNonNull(access, "access is null");
        this.changes = requireNonNull(changes, "changes is null");
        this.views = requireNonNull(views, "views is null");
        this.revisions = requireNonNull(revisions, "revisions is null");
        this.mentions = requireNonNull(mentions, "mentions is null");
    }

    MessageResponse show(Caller caller, UUID messageId) {
        return views.view(access.see(caller, messageId).message());
    }

    /** What the message said before, the oldest first; nothing for one that was never edited. */
    Revisions.Several history(Caller caller, UUID messageId) {
        access.see(caller, messageId);
        return revisions.of(messageId);
    }

    /** People edit what they wrote themselves, where they still may write. */
    MessageResponse edit(Caller caller, UUID messageId, EditMessageRequest request, ExpectedVersion expected) {
        SeenMessage seen = access.see(caller, messageId);
        if (!seen.isOwn() || seen.message().type() != MessageType.TEXT) {
            throw DomainException.forbidden("Only the sender edits a message.");
        }
        seen.conversation().requireMember();
        List<UUID> mentioned = mentions.in(request.content(), seen.conversation());
        return changes.edit(messageId, MessageText.of(request.content(), mentioned), expected);
    }

    /** People delete what they wrote; moderators what others wrote. */
    void delete(Caller caller, UUID messageId, ExpectedVersion expected) {
        SeenMessage seen = access.see(caller, messageId);
        boolean wroteIt = seen.isOwn() && seen.message().type() == MessageType.TEXT;
        if (!wroteIt && !seen.conversation().mayModerate()) {
            throw DomainException.forbidden("Only the sender and moderators delete a message.");
        }
        seen.conversation().requireOpen();
        changes.delete(messageId, caller.id(), expected);
    }

    MessageResponse pin(Caller caller, UUID messageId) {
        access.see(caller, messageId).conversation().requireMember();
        return changes.pin(messageId, caller.id());
    }

    void unpin(Caller caller, UUID messageId) {
        access.see(caller, messageId).conversation().requireMember();
        changes.unpin(messageId);
    }
}
