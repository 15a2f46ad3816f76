package com.ceoplatform.gateway.user;

import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the audit log what about a change of a person concerns rights; names and time zones do not. It names people by
 * their ids alone: the log outlives who asks to be forgotten.
 */
@Component
class UserAudit {

    private static final String[] RIGHTS = {"role", "department", "managerId"};

    private final AuditLog log;

    UserAudit(AuditLog log) {
        this.log = log;
    }

    void created(UserResponse user) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", user.kind());
        details.put("role", user.role());
        details.put("department", user.department());
        log.append(AuditType.USER_CREATED, user.id(), details);
    }

    void changed(UserResponse user, Changes changes) {
        if (changes.touch(RIGHTS)) {
            log.append(AuditType.RIGHTS_CHANGED, user.id(), changes.only(RIGHTS));
        }
        if (changes.touch("email")) {
            log.append(AuditType.EMAIL_CHANGED, user.id(), Map.of());
        }
        if (changes.touch("active")) {
            log.append(user.active() ? AuditType.USER_REACTIVATED : AuditType.USER_DEACTIVATED, user.id(), Map.of());
        }
    }

    void passwordChanged(UserResponse user, AuditType how) {
        log.append(how, user.id(), Map.of());
    }
}
