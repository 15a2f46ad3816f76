package com.ceoplatform.channel.file;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file from the moment it is asked for until its last byte is gone. Its bytes never change. */
@Entity
@Table(name = "stored_file")
public class StoredFile {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private FileStatus status;

    @Nullable
    private Long size;

    @Nullable
    private String declaredType;

    @Nullable
    private String contentType;

    @Nullable
    private String sha256;

    private UUID uploadedBy;

    @Nullable
    private String uploadId;

    private Instant createdAt;

    private Instant updatedAt;

    @Nullable
    private Instant uploadedAt;

    @Nullable
    private Instant deletedAt;

    @SuppressWarnings("unused") // queries look for it
    @Nullable
    private Instant erasedAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected StoredFile() {}

    StoredFile(String name, UUID uploadedBy, Instant now) {
        this.id = Ids.next();
        this.name = name;
        this.status = FileStatus.REQUESTED;
        this.uploadedBy = uploadedBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** From now on the person uploads that many bytes. */
    public void begin(UUID uploader, long bytes, @Nullable String type, @Nullable String checksum, Instant now) {
        if (status != FileStatus.REQUESTED) {
            throw DomainException.conflict("upload_begun", "Somebody uploads this file already.");
        }
        status = FileStatus.UPLOADING;
        uploadedBy = uploader;
        size = bytes;
        declaredType = type;
        sha256 = checksum;
        updatedAt = now;
    }

    /** Takes note of the store's name for the upload; the first one counts. */
    public void startedAs(String id) {
        if (uploadId == null) {
            uploadId = id;
        }
    }

    /** The bytes are there and are what they should be. */
    public void arrive(String type, String checksum, Instant now) {
        status = FileStatus.AVAILABLE;
        contentType = type;
        sha256 = checksum;
        uploadedAt = now;
        updatedAt = now;
    }

    /** From now on it does not exist; its bytes are still to be erased. */
    public void delete(Instant now) {
        deletedAt = now;
        updatedAt = now;
    }

    /** Its bytes are gone. */
    public void erased(Instant now) {
        erasedAt = now;
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    public boolean isAvailable() {
        return status == FileStatus.AVAILABLE;
    }

    public boolean isOf(UUID userId) {
        return uploadedBy.equals(userId);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public FileStatus status() {
        return status;
    }

    /** In bytes; null while the file is only asked for. */
    public @Nullable Long size() {
        return size;
    }

    public @Nullable String declaredType() {
        return declaredType;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    /** Of its bytes in hexadecimal digits: as announced, and once they are there as found. */
    public @Nullable String sha256() {
        return sha256;
    }

    public UUID uploadedBy() {
        return uploadedBy;
    }

    public @Nullable String uploadId() {
        return uploadId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant uploadedAt() {
        return uploadedAt;
    }

    public long version() {
        return version == null ? 0 : version;
    }
}
