package com.ceoplatform.notification.mail;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.notification.delivery.ReturnedDispatches;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the conclusions of returned mail: the delivery has failed, and nothing more is sent to an address that is gone. */
@Service
class BounceService {

    private static final Logger LOG = LoggerFactory.getLogger(BounceService.class);

    private final ReturnedDispatches returned;
    private final Addresses addresses;
    private final People people;

    BounceService(ReturnedDispatches returned, Addresses addresses, People people) {
        this.returned = requireNonNull(returned, "returned is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
        this.people = requireNonNull(people, "people is null");
    }

    /** Anybody can write such mail: it counts only for mail of ours and the very address that this went to. */
    @Transactional
    public void accept(BounceReport report) {
        if (!report.isPermanent()) {
            LOG.info("Mail {} is {} ({})", report.dispatchId(), report.action(), report.status());
            return;
        }
        boolean ours = returned.recipientOf(report.dispatchId())
                .map(this::addressOf)
                .filter(report.recipient()::equalsIgnoreCase)
                .isPresent();
        if (!ours) {
            LOG.warn("A bounce of {} names an address that it was not sent to", report.dispatchId());
            return;
        }
        returned.bounced(report.dispatchId(), "returned: " + report.status());
        addresses.markUndeliverable(report.recipient(), report.status());
    }

    private String addressOf(UUID userId) {
        Person person = people.known(Set.of(userId)).get(userId);
        return person == null ? "" : person.email();
    }
}
