package com.ceoplatform.common.events.subscription;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Listens on a retry topic: hands a record on once it has waited long enough; the ones behind it wait no less. */
class DelayedDelivery implements AcknowledgingMessageListener<String, byte[]> {

    private final Duration delay;
    private final Clock clock;
    private final Consumer<ConsumerRecord<String, byte[]>> next;

    DelayedDelivery(Duration delay, Clock clock, Consumer<ConsumerRecord<String, byte[]>> next) {
        this.delay = delay;
        this.clock = clock;
        this.next = next;
    }

    @Override
    public void onMessage(
            ConsumerRecord<String, byte[]> record, @org.jspecify.annotations.Nullable Acknowledgment acknowledgment) {
        if (acknowledgment == null) {
            throw new IllegalStateException("Retry topics need manual acknowledgement");
        }
        long waitMillis = record.timestamp() + delay.toMillis() - clock.millis();
        if (waitMillis > 0) {
            acknowledgment.nack(Duration.ofMillis(waitMillis));
            return;
        }
        next.accept(record);
        acknowledgment.acknowledge();
    }
}
