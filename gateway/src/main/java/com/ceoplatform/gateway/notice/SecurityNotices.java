package com.ceoplatform.gateway.notice;

import com.ceoplatform.gateway.mail.MailOutbox;
import com.ceoplatform.gateway.request.Device;
import com.ceoplatform.gateway.request.Origin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells people what happened to their account: when, from which device and what to do when it was not them. A notice is
 * written down within the transaction of what it tells, so neither of them is there without the other.
 */
@Component
public class SecurityNotices {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private static final String TELL = "tell whoever runs the platform at once.";

    private final MailOutbox outbox;
    private final Clock clock;

    SecurityNotices(MailOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The password is another one; all logins but perhaps one have ended. */
    public void passwordChanged(Recipient recipient) {
        send(
                recipient,
                "Your password was changed",
                "the password of your account was changed, and your other devices were logged out.",
                Map.of(),
                "If it was not you, ask for a new password where you log in, and " + TELL);
    }

    /** The password is another one, by way of a mailed link. */
    public void passwordReset(Recipient recipient) {
        send(
                recipient,
                "Your password was changed",
                "a new password was set for your account with a mailed link, and all your devices were logged out.",
                Map.of(),
                "If it was not you, somebody else reads your mail: change the password of your mailbox first, then ask"
                        + " for a new one where you log in, and " + TELL);
    }

    /** The account has another address; the one that it had is told. */
    public void addressChanged(Recipient atOldAddress, String newAddress) {
        send(
                atOldAddress,
                "Your email address was changed",
                "your account has another email address now. Log in with the new one; mail goes there from now on.",
                Map.of("New address", newAddress),
                "If you do not know about this, " + TELL);
    }

    /**
     * There is a token that lets a program in.
     *
     * @param account whose it is: the recipient's own, or a program's
     */
    public void tokenCreated(Recipient recipient, String name, List<String> scopes, Instant expiresAt, String account) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Token", name);
        facts.put("Account", account);
        facts.put("May use", String.join(", ", scopes));
        facts.put("Good until", when(expiresAt, recipient));
        send(
                recipient,
                "An API token was made",
                "a new API token was made. Whoever has it gets in without a password.",
                facts,
                "If it was not you, revoke the token, change your password, and " + TELL);
    }

    private void send(
            Recipient recipient, String subject, String happened, Map<String, String> particulars, String advice) {
        Map<String, String> facts = new LinkedHashMap<>(particulars);
        facts.put("When", when(clock.instant(), recipient));
        Optional<Origin> origin = Origin.current();
        origin.ifPresent(from -> {
            UUID actor = from.context().actorId();
            if (actor != null && !actor.equals(recipient.userId())) {
                facts.put("By", "somebody who may administer accounts");
            }
            facts.put("Device", Device.describe(from.userAgent()));
            facts.put("IP address", from.address());
        });
        NoticeText text = new NoticeText(recipient.name(), happened, facts, advice);
        outbox.add(recipient.userId(), text.to(recipient.email(), subject));
    }

    private static String when(Instant moment, Recipient recipient) {
        String zone = recipient.timezone();
        return WHEN.format(moment.atZone(ZoneId.of(zone))) + " (" + zone + ")";
    }
}
