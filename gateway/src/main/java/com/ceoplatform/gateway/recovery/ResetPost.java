package com.ceoplatform.gateway.recovery;

import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.mail.MailNotSent;
import com.ceoplatform.gateway.user.Credentials;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserKind;
import com.ceoplatform.gateway.user.UserResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Mails the links, behind the back of those who asked for them. */
@Component
class ResetPost {

    private static final Logger LOG = LoggerFactory.getLogger(ResetPost.class);

    private final ResetRequests requests;
    private final ResetTokens tokens;
    private final UserDirectory directory;
    private final ResetMail mail;
    private final AuditLog audit;
    private final MeterRegistry meters;

    ResetPost(
            ResetRequests requests,
            ResetTokens tokens,
            UserDirectory directory,
            ResetMail mail,
            AuditLog audit,
            MeterRegistry meters) {
        this.requests = requests;
        this.tokens = tokens;
        this.directory = directory;
        this.mail = mail;
        this.audit = audit;
        this.meters = meters;
    }

    /** Works off what is due: right after it was asked for, and again for what a restart or the server left over. */
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15S")
    void work() {
        if (!mail.isOn()) {
            return;
        }
        Optional<ResetRequests.Wish> next = requests.take();
        while (next.isPresent()) {
            answer(next.get());
            next = requests.take();
        }
    }

    private void answer(ResetRequests.Wish wish) {
        if (wish.stale()) {
            LOG.error("A password reset was given up: the mail server took no mail in {} tries", wish.attempts() - 1);
            count("given_up");
            requests.done(wish);
            return;
        }
        Optional<UserResponse> user = directory
                .credentials(wish.email())
                .map(Credentials::user)
                .filter(known -> known.active() && known.kind() == UserKind.PERSON);
        if (user.isEmpty()) {
            count("nobody");
            requests.done(wish);
        } else {
            tokens.create(user.get().id())
                    .ifPresentOrElse(token -> mail(wish, user.get(), token), () -> tooMany(wish, user.get()));
        }
    }

    private void mail(ResetRequests.Wish wish, UserResponse user, String token) {
        try {
            mail.send(user, token);
            audit.append(AuditType.PASSWORD_RESET_MAILED, user.id(), Map.of("requestedFrom", wish.address()));
            count("sent");
            requests.done(wish);
        } catch (MailNotSent failure) {
            LOG.warn("A password reset could not be mailed, try {}: {}", wish.attempts(), failure.getMessage());
            count("failed");
            tokens.withdraw(token);
        }
    }

    private void tooMany(ResetRequests.Wish wish, UserResponse user) {
        LOG.warn("User {} was mailed enough password resets already", user.id());
        count("too_many");
        requests.done(wish);
    }

    private void count(String outcome) {
        meters.counter("gateway.password.reset.mails", "outcome", outcome).increment();
    }
}
