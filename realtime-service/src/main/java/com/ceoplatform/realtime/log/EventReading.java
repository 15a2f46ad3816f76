package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.MalformedEventException;
import com.ceoplatform.realtime.audience.AddressReader;
import com.ceoplatform.realtime.audience.Addressed;
import com.ceoplatform.realtime.frame.ServerFrames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes sendable events of Kafka records, the live ones and the old ones alike. */
@Component
class EventReading {

    private static final Logger LOG = LoggerFactory.getLogger(EventReading.class);

    private final EventDecoder decoder;
    private final AddressReader addresses;
    private final ServerFrames frames;
    private final Counter malformed;

    EventReading(EventDecoder decoder, AddressReader addresses, ServerFrames frames, MeterRegistry meters) {
        this.decoder = requireNonNull(decoder, "decoder is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.malformed = meters.counter("realtime.events.malformed");
    }

    /** The envelope; empty and counted when the record is no event. */
    Optional<Event<byte[]>> envelope(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(decoder.envelope(record));
        } catch (MalformedEventException broken) {
            return skipped(record, broken);
        }
    }

    /** The event with its audience and frame; empty when it is malformed or for nobody. */
    Optional<LoggedEvent> read(ConsumerRecord<String, byte[]> record, Event<byte[]> event, String stream) {
        try {
            return addresses.read(event).map(addressed -> logged(event, stream, addressed));
        } catch (MalformedEventException broken) {
            return skipped(record, broken);
        }
    }

    private LoggedEvent logged(Event<byte[]> event, String stream, Addressed addressed) {
        String position = stream + ":" + event.position().offset();
        return LoggedEvent.of(event, stream, addressed, frames.event(event, addressed.channelId(), position));
    }

    private <T> Optional<T> skipped(ConsumerRecord<String, byte[]> record, MalformedEventException broken) {
        malformed.increment();
        LOG.warn(
                "Passes over a malformed record at {}-{}@{}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                broken.getMessage());
        return Optional.empty();
    }
}
