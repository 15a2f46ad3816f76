package com.ceoplatform.channel.upload;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.channel.file.FileAccess;
import com.ceoplatform.channel.file.FileResponse;
import com.ceoplatform.channel.file.FileService;
import com.ceoplatform.channel.file.FileSettings;
import com.ceoplatform.channel.file.FileStatus;
import com.ceoplatform.channel.file.SeenFile;
import com.ceoplatform.channel.file.StoredFile;
import com.ceoplatform.channel.storage.ObjectStore;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Leads an upload from its first part to the checked file; asks the store, so nothing here is a transaction. */
@Component
class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final FileAccess access;
    private final FileService files;
    private final ObjectStore store;
    private final Inspection inspection;
    private final FileSettings settings;

    Uploads(FileAccess access, FileService files, ObjectStore store, Inspection inspection, FileSettings settings) {
        this.access = requireNonNull(access, "access is null");
        this.files = requireNonNull(files, "files is null");
        this.store = requireNonNull(store, "store is null");
        this.inspection = requireNonNull(inspection, "inspection is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** Begins to upload what somebody asked for. */
    FileToUpload begin(Caller caller, UUID fileId, FileService.Beginning beginning) {
        access.see(caller, fileId);
        files.begin(caller, fileId, beginning);
        return plan(caller, fileId);
    }

    /**
     * How to upload what was just created; under an idempotency key that may have been long ago, and what is deleted since
     * has no plan any more.
     */
    FileToUpload planOf(Caller caller, FileResponse created) {
        if (created.status() != FileStatus.UPLOADING) {
            return new FileToUpload(created, null);
        }
        try {
            return plan(caller, created.id());
        } catch (DomainException gone) {
            if (gone.kind() != ErrorKind.NOT_FOUND) {
                throw gone;
            }
            return new FileToUpload(created, null);
        }
    }

    /** How to go on with an upload of the caller's own; there is no plan while a file is only asked for, or once it is there. */
    FileToUpload plan(Caller caller, UUID fileId) {
        SeenFile seen = access.see(caller, fileId);
        StoredFile file = seen.file();
        if (file.status() != FileStatus.UPLOADING) {
            return new FileToUpload(seen.response(), null);
        }
        requireOwn(seen);
        String uploadId = uploadId(file);
        Map<Integer, ObjectStore.Part> arrived = arrived(file, uploadId);
        List<UploadPlan.Part> parts = PartRange.of(
                        size(file), settings.partSize().toBytes())
                .stream()
                .map(range -> part(file.id(), uploadId, range, arrived.get(range.number())))
                .toList();
        return new FileToUpload(access.see(caller, fileId).response(), new UploadPlan("PUT", parts));
    }

    private UploadPlan.Part part(UUID fileId, String uploadId, PartRange range, ObjectStore.@Nullable Part arrived) {
        boolean uploaded = arrived != null && arrived.size() == range.size();
        return new UploadPlan.Part(
                range.number(),
                range.offset(),
                range.size(),
                uploaded,
                uploaded ? null : store.partAddress(fileId, uploadId, range.number(), range.size()));
    }

    /** The store's id of the upload, begun there now when it is needed for the first time. */
    private String uploadId(StoredFile file) {
        String known = file.uploadId();
        if (known != null) {
            return known;
        }
        String begun = store.start(file.id());
        String counts = files.startedAs(file.id(), begun);
        if (!counts.equals(begun)) {
            store.abort(file.id(), begun);
        }
        return counts;
    }

    /** Puts the parts together and checks the whole; what is not as announced is thrown away. Safe to repeat. */
    FileResponse complete(Caller caller, UUID fileId, @Nullable String sha256) {
        SeenFile seen = access.see(caller, fileId);
        requireOwn(seen);
        StoredFile file = seen.file();
        if (file.isAvailable()) {
            return seen.response();
        }
        String checksum = checksum(file, sha256);
        assemble(file);
        Inspection.Finding finding = store.read(fileId, content -> inspection.look(content, file.name()));
        try {
            inspection.require(finding, size(file), checksum, file.declaredType());
        } catch (DomainException refusal) {
            LOG.info("Refused file {}: {}, {}", fileId, refusal.code(), finding.type());
            files.discard(fileId);
            throw refusal;
        }
        arrived(fileId, finding);
        return access.see(caller, fileId).response();
    }

    /** Somebody may have deleted the file meanwhile, when there was nothing yet to erase. */
    private void arrived(UUID fileId, Inspection.Finding finding) {
        try {
            files.arrived(fileId, finding.type().toString(), finding.sha256());
        } catch (DomainException deletedMeanwhile) {
            store.delete(fileId);
            throw deletedMeanwhile;
        }
    }

    private static String checksum(StoredFile file, @Nullable String given) {
        String announced = file.sha256();
        if (given == null && announced == null) {
            throw DomainException.invalid("sha256", "is needed, of the whole file");
        }
        if (given != null && announced != null && !given.equalsIgnoreCase(announced)) {
            throw DomainException.invalid("sha256", "is not the one that was announced");
        }
        return given == null ? requireNonNull(announced) : given;
    }

    private void assemble(StoredFile file) {
        String uploadId = file.uploadId();
        Map<Integer, ObjectStore.Part> arrived = uploadId == null ? Map.of() : arrived(file, uploadId);
        List<PartRange> ranges = file.size() == null
                ? List.of()
                : PartRange.of(size(file), settings.partSize().toBytes());
        List<Integer> missing = ranges.stream()
                .filter(range -> !arrived.containsKey(range.number())
                        || arrived.get(range.number()).size() != range.size())
                .map(PartRange::number)
                .toList();
        if (uploadId != null && missing.isEmpty()) {
            store.complete(file.id(), uploadId, List.copyOf(arrived.values()));
        } else if (!arrived.isEmpty() || uploadId == null || !store.exists(file.id())) {
            throw new DomainException(
                    ErrorKind.CONFLICT,
                    "upload_incomplete",
                    "Some parts have not arrived yet.",
                    Map.of("missingParts", missing));
        }
    }

    private Map<Integer, ObjectStore.Part> arrived(StoredFile file, String uploadId) {
        return store.parts(file.id(), uploadId).stream()
                .collect(toMap(ObjectStore.Part::number, Function.identity(), (one, other) -> other, TreeMap::new));
    }

    private static long size(StoredFile file) {
        return requireNonNull(file.size(), "size is null");
    }

    private static void requireOwn(SeenFile seen) {
        if (!seen.file().isOf(seen.caller().id())) {
            throw DomainException.forbidden("Only the person who uploads the file may do this.");
        }
    }
}
