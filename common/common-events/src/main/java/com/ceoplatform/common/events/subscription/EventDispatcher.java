package com.ceoplatform.common.events.subscription;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.inbox.Inbox;
import com.ceoplatform.common.events.subscription.Subscription.TypedHandler;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionOperations;

/** Brings a record to its handler: once, in one transaction, within the event's context. */
class EventDispatcher {

    private final EventDecoder decoder;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final MeterRegistry meters;

    EventDispatcher(EventDecoder decoder, Inbox inbox, TransactionOperations transactions, MeterRegistry meters) {
        this.decoder = decoder;
        this.inbox = inbox;
        this.transactions = transactions;
        this.meters = meters;
    }

    void dispatch(Subscription subscription, ConsumerRecord<String, byte[]> record) {
        Event<byte[]> event = decoder.envelope(record);
        TypedHandler<?> handler = subscription.handlers().get(event.type());
        if (handler == null) {
            count("ignored", subscription, event.type());
            return;
        }
        handle(subscription, handler, event);
    }

    private <T> void handle(Subscription subscription, TypedHandler<T> handler, Event<byte[]> envelope) {
        Event<T> event = decoder.read(envelope, handler.payload());
        if (!handler.concerns().test(event.data())) {
            count("passed_over", subscription, event.type());
            return;
        }
        try (var ignored = MDC.putCloseable("eventId", event.id().toString())) {
            EventContext.causedBy(event)
                    .run(() -> transactions.executeWithoutResult(status -> {
                        if (inbox.firstTime(event.id(), subscription.name())) {
                            handler.handler().accept(event);
                            count("handled", subscription, event.type());
                        } else {
                            count("duplicate", subscription, event.type());
                        }
                    }));
        }
    }

    private void count(String outcome, Subscription subscription, String type) {
        meters.counter(
                        "events.consumed",
                        "outcome",
                        outcome,
                        "subscription",
                        subscription.name(),
                        "type",
                        subscription.handlers().containsKey(type) ? type : "other")
                .increment();
    }
}
