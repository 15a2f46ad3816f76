package com.ceoplatform.channel.erasure;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.file.FileDeleted;
import com.ceoplatform.channel.file.FileService;
import com.ceoplatform.channel.file.FileStatus;
import com.ceoplatform.channel.file.StoredFile;
import com.ceoplatform.channel.file.StoredFiles;
import com.ceoplatform.channel.storage.ObjectStore;
import com.ceoplatform.common.error.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Erases the bytes of deleted files: at once, and again later where that failed. What is still to be erased is in the
 * database, so neither a crash nor a store that is down leaves bytes behind.
 */
@Component
class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private static final Limit ROUND = Limit.of(500);

    private final StoredFiles stored;
    private final FileService files;
    private final ObjectStore store;
    private final ErasureSettings settings;
    private final AsyncTaskExecutor executor;
    private final Clock clock;

    Erasure(
            StoredFiles stored,
            FileService files,
            ObjectStore store,
            ErasureSettings settings,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
            Clock clock) {
        this.stored = requireNonNull(stored, "stored is null");
        this.files = requireNonNull(files, "files is null");
        this.store = requireNonNull(store, "store is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.executor = requireNonNull(executor, "executor is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** After the commit, and beside the request that deleted the file: nobody waits for the store. */
    @TransactionalEventListener
    void on(FileDeleted deleted) {
        executor.execute(() -> erase(deleted.fileId()));
    }

    /** Gives up what was abandoned and erases what is left of deleted files. */
    void round() {
        giveUp(FileStatus.UPLOADING, settings.unfinishedAfter());
        giveUp(FileStatus.REQUESTED, settings.requestedAfter());
        stored.toErase(clock.instant().minus(settings.retryAfter()), ROUND).forEach(this::erase);
    }

    private void giveUp(FileStatus status, Duration after) {
        Instant before = clock.instant().minus(after);
        for (UUID fileId : stored.abandoned(status, before, ROUND)) {
            LOG.info("Gives up file {}, {} since before {}", fileId, status, before);
            files.discard(fileId);
        }
    }

    private void erase(UUID fileId) {
        try {
            stored.findDeleted(fileId).map(StoredFile::uploadId).ifPresent(uploadId -> store.abort(fileId, uploadId));
            store.delete(fileId);
            files.erased(fileId);
        } catch (DomainException storeDown) {
            LOG.warn("The bytes of file {} could not be erased; this is tried again", fileId);
        }
    }
}
