package com.ceoplatform.gateway.user;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.notice.Recipient;
import com.ceoplatform.gateway.notice.SecurityNotices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells who has to know of a change, within its transaction: all services by an event; the audit log when it concerns
 * rights; the person by mail when somebody could get at their account by it. The audit log names people by their ids
 * alone: it outlives who asks to be forgotten.
 */
@Component
class UserNews {

    private static final String[] RIGHTS = {"role", "department", "managerId"};

    private final Outbox outbox;
    private final ApplicationEventPublisher local;
    private final AuditLog log;
    private final SecurityNotices notices;

    UserNews(Outbox outbox, ApplicationEventPublisher local, AuditLog log, SecurityNotices notices) {
        this.outbox = outbox;
        this.local = local;
        this.log = log;
        this.notices = notices;
    }

    /** There is a new version of a person, once the transaction is through; for this process alone. */
    record NewVersion(UUID userId, long version) {}

    void created(UserResponse user) {
        tell("user.created", new UserEvent(user, null));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", user.kind());
        details.put("role", user.role());
        details.put("department", user.department());
        log.append(AuditType.USER_CREATED, user.id(), details);
    }

    void changed(UserResponse user, Changes changes) {
        boolean leaves = changes.touch("active") && !user.active();
        tell(leaves ? "user.deactivated" : "user.updated", new UserEvent(user, changes.fields()));
        if (changes.touch(RIGHTS)) {
            log.append(AuditType.RIGHTS_CHANGED, user.id(), changes.only(RIGHTS));
        }
        if (changes.touch("email")) {
            log.append(AuditType.EMAIL_CHANGED, user.id(), Map.of());
            changes.before("email").ifPresent(old -> addressChanged(user, old));
        }
        if (changes.touch("active")) {
            log.append(user.active() ? AuditType.USER_REACTIVATED : AuditType.USER_DEACTIVATED, user.id(), Map.of());
        }
    }

    private void addressChanged(UserResponse user, String oldAddress) {
        if (user.readsMail()) {
            notices.addressChanged(new Recipient(user.id(), oldAddress, user.name(), user.timezone()), user.email());
        }
    }

    /** Nobody sees a password, so the event names no field: it carries the new version. */
    void passwordChanged(UserResponse user, AuditType how) {
        tell("user.updated", new UserEvent(user, Map.of()));
        log.append(how, user.id(), Map.of());
        if (!user.readsMail()) {
            return;
        }
        if (how == AuditType.PASSWORD_RESET) {
            notices.passwordReset(user.recipient());
        } else {
            notices.passwordChanged(user.recipient());
        }
    }

    private void tell(String type, UserEvent event) {
        outbox.append(OutgoingEvent.of(Topic.USERS, type, event.user().id(), event));
        local.publishEvent(new NewVersion(event.user().id(), event.user().version()));
    }
}
