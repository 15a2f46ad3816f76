package com.ceoplatform.channel.channel;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A place where people talk. Names need not be unique: a channel is known by its id. */
@Entity
@Table(name = "channel")
public class Channel {

    @Id
    private UUID id;

    @Nullable
    private String name;

    private String description;

    @Enumerated(EnumType.STRING)
    private ChannelType type;

    @Enumerated(EnumType.STRING)
    private ChannelPrivacy privacy;

    @Enumerated(EnumType.STRING)
    private ChannelStatus status;

    @Nullable
    private UUID categoryId;

    @Nullable
    private String department;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> autoJoinDepartments = List.of();

    private UUID createdBy;

    @SuppressWarnings("unused") // queries look for it
    @Nullable
    private String directKey;

    private int memberCount;

    private Instant createdAt;

    private Instant updatedAt;

    @Nullable
    private Instant archivedAt;

    /** Written in bulk beside the entity, see the activity package; an update of the entity must not set it back. */
    @Column(updatable = false)
    private Instant lastActivityAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Channel() {}

    private Channel(ChannelType type, ChannelPrivacy privacy, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.description = "";
        this.type = type;
        this.privacy = privacy;
        this.status = ChannelStatus.ACTIVE;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
        this.lastActivityAt = now;
    }

    /** A channel of any type but direct. */
    static Channel create(ChannelDraft draft, UUID creator, Instant now) {
        Channel channel = new Channel(draft.type(), draft.privacy(), creator, now);
        channel.name = draft.name();
        channel.description = draft.description();
        channel.categoryId = draft.categoryId();
        channel.department = draft.department();
        return channel;
    }

    /** The conversation of exactly the people that the key stands for. */
    static Channel direct(String directKey, UUID creator, Instant now) {
        Channel channel = new Channel(ChannelType.DIRECT, ChannelPrivacy.PRIVATE, creator, now);
        channel.directKey = directKey;
        return channel;
    }

    /** What a draft of the changed channel starts from. */
    ChannelDraft draft() {
        return new ChannelDraft(name == null ? "" : name, description, type, privacy, categoryId, department);
    }

    void become(ChannelDraft draft, Instant now) {
        requireOpen();
        name = draft.name();
        description = draft.description();
        type = draft.type();
        privacy = draft.privacy();
        categoryId = draft.categoryId();
        department = draft.department();
        updatedAt = now;
    }

    void archive(Instant now) {
        requireNotDirect();
        if (isArchived()) {
            throw archived();
        }
        status = ChannelStatus.ARCHIVED;
        archivedAt = now;
        updatedAt = now;
    }

    void restore(Instant now) {
        requireNotDirect();
        if (!isArchived()) {
            throw DomainException.conflict("channel_not_archived", "The channel is not archived.");
        }
        status = ChannelStatus.ACTIVE;
        archivedAt = null;
        updatedAt = now;
    }

    /** Refuses what cannot be done to an archived channel or to a direct conversation. */
    public void requireOpen() {
        requireNotDirect();
        if (isArchived()) {
            throw archived();
        }
    }

    /** Takes note of people who came (positive) or left (negative). */
    public void membersChanged(int difference, Instant now) {
        memberCount += difference;
        updatedAt = now;
    }

    /** From now on the people of these departments become members by themselves. */
    public void joinedBy(List<String> departments, Instant now) {
        requireOpen();
        autoJoinDepartments = List.copyOf(departments);
        updatedAt = now;
    }

    /** Its category is gone; this is no change that an archived channel is protected from. */
    public void leaveCategory(Instant now) {
        categoryId = null;
        updatedAt = now;
    }

    /** Takes note of a change that shows in the channel's version only. */
    public void touch(Instant now) {
        updatedAt = now;
    }

    void requireNotDirect() {
        if (isDirect()) {
            throw DomainException.conflict(
                    "direct_conversation_fixed", "A direct conversation and its people cannot be changed.");
        }
    }

    static DomainException archived() {
        return DomainException.conflict("channel_archived", "The channel is archived.");
    }

    public boolean isArchived() {
        return status == ChannelStatus.ARCHIVED;
    }

    public boolean isDirect() {
        return type == ChannelType.DIRECT;
    }

    public UUID id() {
        return id;
    }

    public @Nullable String name() {
        return name;
    }

    String description() {
        return description;
    }

    ChannelType type() {
        return type;
    }

    public ChannelPrivacy privacy() {
        return privacy;
    }

    ChannelStatus status() {
        return status;
    }

    public @Nullable UUID categoryId() {
        return categoryId;
    }

    @Nullable
    String department() {
        return department;
    }

    public List<String> autoJoinDepartments() {
        return List.copyOf(autoJoinDepartments);
    }

    UUID createdBy() {
        return createdBy;
    }

    public int memberCount() {
        return memberCount;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant archivedAt() {
        return archivedAt;
    }

    Instant lastActivityAt() {
        return lastActivityAt;
    }

    public long version() {
        return version == null ? 0 : version;
    }
}
