package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.quota.Quotas;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes note of files: asked for, begun, there, deleted. */
@Service
@EnableConfigurationProperties(FileSettings.class)
public class FileService {

    private final StoredFiles files;
    private final FileLinking linking;
    private final Quotas quotas;
    private final FileEvents events;
    private final FileSettings settings;
    private final Clock clock;

    FileService(
            StoredFiles files,
            FileLinking linking,
            Quotas quotas,
            FileEvents events,
            FileSettings settings,
            Clock clock) {
        this.files = requireNonNull(files, "files is null");
        this.linking = requireNonNull(linking, "linking is null");
        this.quotas = requireNonNull(quotas, "quotas is null");
        this.events = requireNonNull(events, "events is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Notes a file that the caller uploads, or asks for when no size is given. The tasks must be known to be visible. */
    @Idempotent
    @Transactional
    public FileResponse create(Caller caller, CreateFileRequest request) {
        Instant now = now();
        StoredFile file = new StoredFile(request.name(), caller.id(), now);
        if (request.size() != null) {
            begin(file, caller, new Beginning(request.size(), request.contentType(), request.sha256()));
        }
        files.saveAndFlush(file);
        LinkedTo linkedTo = linking.linkNew(caller, file, request.links(), now);
        return FileResponse.from(file, linkedTo);
    }

    /** What the person who uploads says of the bytes. */
    public record Beginning(
            long size,
            @Nullable String contentType,
            @Nullable String sha256) {}

    /** Begins what was asked for; the file is then the caller's. The caller must be known to see it. */
    @Transactional
    public void begin(Caller caller, UUID fileId, Beginning beginning) {
        StoredFile file = present(fileId);
        begin(file, caller, beginning);
        files.saveAndFlush(file);
    }

    private void begin(StoredFile file, Caller caller, Beginning beginning) {
        if (beginning.size() > settings.maxSize().toBytes()) {
            throw DomainException.invalid(
                    "size", "must be at most " + settings.maxSize().toBytes() + " bytes");
        }
        quotas.reserve(caller.id(), beginning.size());
        String checksum = beginning.sha256() == null ? null : beginning.sha256().toLowerCase(Locale.ROOT);
        file.begin(caller.id(), beginning.size(), beginning.contentType(), checksum, now());
    }

    /** Remembers under what id the store knows the upload; answers the id that counts when two came at once. */
    @Transactional
    public String startedAs(UUID fileId, String uploadId) {
        StoredFile file = present(fileId);
        file.startedAs(uploadId);
        files.saveAndFlush(file);
        return requireNonNull(file.uploadId(), "uploadId is null");
    }

    /** The bytes are there and checked; the second of two who say so changes nothing. */
    @Transactional
    public void arrived(UUID fileId, String contentType, String sha256) {
        StoredFile file = present(fileId);
        if (!file.isAvailable()) {
            file.arrive(contentType, sha256, now());
            files.saveAndFlush(file);
            events.uploaded(file);
        }
    }

    /** Deletes a file, or gives an upload up. The caller must be known to see it. */
    @Transactional
    public void delete(Caller caller, UUID fileId, ExpectedVersion expected) {
        StoredFile file = present(fileId);
        if (!caller.isCeo() && !file.isOf(caller.id())) {
            throw DomainException.forbidden("Only the person who uploaded the file may delete it.");
        }
        expected.check(file.version());
        delete(file);
    }

    /** Deletes what is not what it was said to be, or was abandoned; files that are there stay. */
    @Transactional
    public void discard(UUID fileId) {
        files.findForChange(fileId)
                .filter(file -> !file.isDeleted() && !file.isAvailable())
                .ifPresent(this::delete);
    }

    /** Deletes whatever a person uploaded or began to, because they are forgotten; answers how much that was. */
    @Transactional
    public int deleteAllOf(UUID userId) {
        List<StoredFile> all = files.allOfForChange(userId);
        all.forEach(this::delete);
        return all.size();
    }

    private void delete(StoredFile file) {
        file.delete(now());
        files.saveAndFlush(file);
        events.deleted(file);
    }

    /** Its bytes are gone from the store, and no longer count. */
    @Transactional
    public void erased(UUID fileId) {
        files.findForChange(fileId).filter(file -> !file.isErased()).ifPresent(file -> {
            file.erased(now());
            files.saveAndFlush(file);
            if (file.size() != null) {
                quotas.release(file.uploadedBy(), file.size());
            }
        });
    }

    private StoredFile present(UUID fileId) {
        return files.findForChange(fileId)
                .filter(file -> !file.isDeleted())
                .orElseThrow(() -> DomainException.notFound("file"));
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
