package com.ceoplatform.task.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the events of a task name it; not where else it is linked, which not everybody who sees the task may know.
 *
 * @param size in bytes
 */
record Attachment(UUID id, String name, long size, @Nullable String contentType, UUID uploadedBy) {}
