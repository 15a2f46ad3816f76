package com.ceoplatform.task.attachment;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears of files that come to tasks, leave them, or are deleted. */
@Configuration(proxyBeanMethods = false)
class FileEvents {

    /** A file as its events carry it, as far as it matters here. */
    record FileEvent(
            UUID id,
            String name,
            long size,
            @Nullable String contentType,
            UUID uploadedBy,
            @Nullable List<UUID> taskIds,
            @Nullable Changed changed) {

        Attachment attachment() {
            return new Attachment(id, name, size, contentType, uploadedBy);
        }

        List<UUID> linked() {
            return taskIds == null ? List.of() : taskIds;
        }

        List<UUID> added() {
            return changed == null || changed.taskIds() == null
                    ? List.of()
                    : changed.taskIds().added();
        }

        List<UUID> removed() {
            return changed == null || changed.taskIds() == null
                    ? List.of()
                    : changed.taskIds().removed();
        }

        boolean concernsTasks() {
            return !linked().isEmpty() || !removed().isEmpty();
        }
    }

    record Changed(@Nullable Difference taskIds) {}

    record Difference(List<UUID> from, List<UUID> to) {

        List<UUID> added() {
            return to.stream().filter(id -> !from.contains(id)).toList();
        }

        List<UUID> removed() {
            return from.stream().filter(id -> !to.contains(id)).toList();
        }
    }

    @Bean
    Subscription attachmentSubscription(Attachments attachments) {
        return Subscription.named("attachments")
                .topics(Topic.CHANNELS)
                .on(
                        "file.uploaded",
                        FileEvent.class,
                        FileEvent::concernsTasks,
                        event -> attachments.added(
                                event.data().attachment(), event.data().linked()))
                .on("file.updated", FileEvent.class, FileEvent::concernsTasks, event -> {
                    attachments.removed(event.data().attachment(), event.data().removed());
                    attachments.added(event.data().attachment(), event.data().added());
                })
                .on(
                        "file.deleted",
                        FileEvent.class,
                        FileEvent::concernsTasks,
                        event -> attachments.removed(
                                event.data().attachment(), event.data().linked()))
                .build();
    }
}
