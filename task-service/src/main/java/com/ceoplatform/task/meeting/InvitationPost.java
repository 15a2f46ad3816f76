package com.ceoplatform.task.meeting;

import com.ceoplatform.task.meeting.InvitationResponse.State;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Sends the mails that were written: on one instance at a time, again with growing pauses for about a day when the server
 * does not answer, never again once the server took one or refused its address for good.
 */
@Configuration(proxyBeanMethods = false)
class InvitationPost {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationPost.class);
    private static final int ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final double GROWTH = 3;

    @Bean
    OneTimeTask<Void> invitationMail(InvitationMails mails, MailTransport transport, Clock clock) {
        return Tasks.oneTime("invitation-mail")
                .onFailure(FailureHandler.<Void>maxRetries(ATTEMPTS - 1)
                        .withBackoff(FIRST_PAUSE, GROWTH)
                        .then((failure, operations) -> {
                            UUID id = UUID.fromString(failure.getExecution().getId());
                            LOG.error("The mail {} about a meeting could not be sent", id);
                            mails.giveUp(id);
                            operations.remove();
                        }))
                .execute((instance, context) -> send(UUID.fromString(instance.getId()), mails, transport, clock));
    }

    private static void send(UUID id, InvitationMails mails, MailTransport transport, Clock clock) {
        Optional<InvitationMail> mail = mails.findPending(id);
        if (mail.isEmpty() || mails.supersede(mail.get())) {
            return;
        }
        try {
            transport.send(mail.get());
        } catch (MailException | MessagingException failure) {
            boolean forGood = isRefused(failure);
            mails.failed(id, forGood ? State.FAILED : State.PENDING, String.valueOf(failure.getMessage()));
            if (forGood) {
                LOG.warn("The mail server refused mail {} to {}", id, mail.get().recipient());
                return;
            }
            throw new IllegalStateException("The mail server did not take mail " + id, failure);
        }
        mails.sent(id, clock.instant());
    }

    /** Whether the server said of the address that trying again is of no use. */
    private static boolean isRefused(Exception failure) {
        if (!(failure instanceof MailSendException several)) {
            return failure instanceof MessagingException;
        }
        return several.getFailedMessages().values().stream()
                .anyMatch(one -> one instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
