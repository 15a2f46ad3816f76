package com.ceoplatform.gateway.mail;

import com.ceoplatform.common.id.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail that the server has not taken yet. It is written down within the transaction of what it tells, survives
 * restarts and is sent by one gateway.
 */
@Component
public class MailOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);

    private final JdbcClient jdbc;
    private final MailServer server;
    private final MailOutboxSettings settings;
    private final ApplicationEventPublisher local;
    private final MeterRegistry meters;
    private final Clock clock;

    MailOutbox(
            JdbcClient jdbc,
            MailServer server,
            MailOutboxSettings settings,
            ApplicationEventPublisher local,
            MeterRegistry meters,
            Clock clock) {
        this.jdbc = jdbc;
        this.server = server;
        this.settings = settings;
        this.local = local;
        this.meters = meters;
        this.clock = clock;
    }

    /** There is something to send, as soon as the transaction is through. */
    record MailWritten() {}

    /**
     * Mail that is due.
     *
     * @param attempts so far, this one included
     * @param stale whether it was tried for long enough
     */
    record Due(UUID id, UUID userId, Mail mail, int attempts, boolean stale) {}

    /** Has the mail sent once the transaction is through; where no mail is sent at all, the log says what would be. */
    public void add(UUID userId, Mail mail) {
        if (!server.isOn()) {
            LOG.info("User {} is not told by mail, which is off: {}", userId, mail.subject());
            count("off");
            return;
        }
        jdbc.sql("""
                        INSERT INTO mail_outbox (id, user_id, recipient, subject, body_text, body_html, attempts,
                                                 next_attempt_at, created_at)
                        VALUES (:id, :user, :to, :subject, :text, :html, 0, :now, :now)
                        """)
                .param("id", Ids.next())
                .param("user", userId)
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("now", now())
                .update();
        local.publishEvent(new MailWritten());
    }

    /** Takes the next mail that is due; it comes again, later each time, until it is done. */
    @Transactional
    public Optional<Due> take() {
        Optional<Due> next = jdbc.sql("""
                        SELECT * FROM mail_outbox
                        WHERE next_attempt_at <= :now ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param("now", now())
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        new Mail(
                                row.getString("recipient"),
                                row.getString("subject"),
                                row.getString("body_text"),
                                row.getString("body_html")),
                        row.getInt("attempts") + 1,
                        row.getObject("created_at", OffsetDateTime.class).isBefore(now().minus(settings.life()))))
                .optional();
        next.ifPresent(this::postpone);
        return next;
    }

    private void postpone(Due due) {
        Duration pause = settings.pauseAfter(due.attempts());
        jdbc.sql("UPDATE mail_outbox SET attempts = :attempts, next_attempt_at = :next WHERE id = :id")
                .param("attempts", due.attempts())
                .param("next", now().plus(pause))
                .param("id", due.id())
                .update();
    }

    void done(Due due, String outcome) {
        jdbc.sql("DELETE FROM mail_outbox WHERE id = :id").param("id", due.id()).update();
        count(outcome);
    }

    void count(String outcome) {
        meters.counter("gateway.mails", "outcome", outcome).increment();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
