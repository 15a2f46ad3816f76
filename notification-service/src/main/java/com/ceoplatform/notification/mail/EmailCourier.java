package com.ceoplatform.notification.mail;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.notification.delivery.Courier;
import com.ceoplatform.notification.delivery.Outcome;
import com.ceoplatform.notification.delivery.Parcel;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mail to people, at the address that their profile has at that moment. */
@Component
class EmailCourier implements Courier {

    private final People people;
    private final Addresses addresses;
    private final MailWriter writer;
    private final JavaMailSender smtp;
    private final MailSettings settings;

    EmailCourier(People people, Addresses addresses, MailWriter writer, JavaMailSender smtp, MailSettings settings) {
        this.people = requireNonNull(people, "people is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
        this.writer = requireNonNull(writer, "writer is null");
        this.smtp = requireNonNull(smtp, "smtp is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.EMAIL;
    }

    @Override
    public Map<UUID, Set<UUID>> targets(Collection<UUID> recipientIds, NotificationKind kind) {
        return settings.isOn()
                ? people.known(recipientIds).values().stream()
                        .filter(Person::active)
                        .collect(toMap(Person::id, person -> Set.of(person.id())))
                : Map.of();
    }

    @Override
    public Outcome send(Parcel parcel) {
        Person reader = people.known(Set.of(parcel.recipientId())).get(parcel.recipientId());
        if (reader == null || !reader.active()) {
            return new Outcome.Unwanted("the person has left");
        }
        Optional<Addresses.Undeliverable> undeliverable = addresses.undeliverable(reader.email());
        if (undeliverable.isPresent()) {
            return new Outcome.Unwanted(
                    "mail does not reach the address: " + undeliverable.get().status());
        }
        try {
            smtp.send(writer.write(parcel, reader));
            return new Outcome.Sent("taken by the mail server");
        } catch (AddressException malformed) {
            return bounced(reader, "the address is malformed");
        } catch (MessagingException | MailException failure) {
            return judge(reader, SmtpFailure.of(failure));
        }
    }

    private Outcome judge(Person reader, SmtpFailure failure) {
        return switch (failure.kind()) {
            case ADDRESS -> bounced(reader, failure.detail());
            case MESSAGE -> new Outcome.Failed(failure.detail());
            case PASSING -> new Outcome.Later(failure.detail(), null);
        };
    }

    private Outcome bounced(Person reader, String detail) {
        addresses.markUndeliverable(reader.email(), detail);
        return new Outcome.Bounced(detail);
    }
}
