package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.FieldChange;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of files that are there, within the transaction of the change; nobody hears of unfinished ones. */
@Component
public class FileEvents {

    private final Outbox outbox;
    private final FileLinks links;
    private final ApplicationEventPublisher publisher;

    FileEvents(Outbox outbox, FileLinks links, ApplicationEventPublisher publisher) {
        this.outbox = requireNonNull(outbox, "outbox is null");
        this.links = requireNonNull(links, "links is null");
        this.publisher = requireNonNull(publisher, "publisher is null");
    }

    /** Payload: the file, flat, and what a change changed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileEvent(
            @JsonUnwrapped FileResponse file, @Nullable Map<String, FieldChange> changed) {}

    public void uploaded(StoredFile file) {
        append("file.uploaded", file, current(file), null);
    }

    /** Tells the others, naming the links that it had, when the file was there; in any case its bytes may go. */
    void deleted(StoredFile file) {
        if (file.isAvailable()) {
            append("file.deleted", file, current(file), null);
        }
        publisher.publishEvent(new FileDeleted(file.id()));
    }

    void linked(StoredFile file, LinkedTo before) {
        LinkedTo after = current(file);
        Map<String, FieldChange> changed = new LinkedHashMap<>();
        if (!before.channelIds().equals(after.channelIds())) {
            changed.put("channelIds", new FieldChange(before.channelIds(), after.channelIds()));
        }
        if (!before.taskIds().equals(after.taskIds())) {
            changed.put("taskIds", new FieldChange(before.taskIds(), after.taskIds()));
        }
        append("file.updated", file, after, changed);
    }

    private LinkedTo current(StoredFile file) {
        return LinkedTo.of(links.of(List.of(file.id())));
    }

    private void append(String type, StoredFile file, LinkedTo linkedTo, @Nullable Map<String, FieldChange> changed) {
        outbox.append(OutgoingEvent.of(
                Topic.CHANNELS, type, file.id(), new FileEvent(FileResponse.from(file, linkedTo), changed)));
    }
}
