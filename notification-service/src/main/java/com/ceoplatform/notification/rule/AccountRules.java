package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens to somebody's own account is told to them, whoever did it: it may not have been them. */
@Component
class AccountRules {

    private final Teller teller;

    AccountRules(Teller teller) {
        this.teller = requireNonNull(teller, "teller is null");
    }

    record Account(
            UUID id, String role, String email, @Nullable Changed changed) {}

    record Changed(
            @Nullable Object role,
            @Nullable Object email,
            @Nullable Object password) {

        boolean concernsSecurity() {
            return role != null || email != null || password != null;
        }
    }

    void addTo(Subscription.Builder subscription) {
        subscription.on("user.updated", Account.class, AccountRules::concernsSecurity, this::changed);
    }

    private static boolean concernsSecurity(Account account) {
        return account.changed() != null && account.changed().concernsSecurity();
    }

    private void changed(Event<Account> event) {
        Account account = event.data();
        Changed changed = requireNonNull(account.changed(), "nothing changed");
        if (changed.role() != null) {
            tell(event, "Your role was changed", "You are now " + account.role() + ".");
        }
        if (changed.email() != null) {
            tell(event, "Your e-mail address was changed", "It is now " + account.email() + ".");
        }
        if (changed.password() != null) {
            tell(event, "Your password was changed", "If that was not you, tell whoever runs the platform at once.");
        }
    }

    private void tell(Event<Account> event, String title, String body) {
        UUID id = event.data().id();
        teller.tellFor(
                event.actorId(),
                Notice.ofAdmitted(
                        NotificationKind.SECURITY_NOTICE,
                        actor -> title,
                        body,
                        new Subject(SubjectKind.ACCOUNT, id, title, null),
                        List.of(id)));
    }
}
