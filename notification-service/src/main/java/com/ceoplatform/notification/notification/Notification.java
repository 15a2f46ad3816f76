package com.ceoplatform.notification.notification;

import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told: usually one item, or all that one voice command did for them. The most pressing item leads and
 * gives the notification its kind, title and subject.
 */
@Entity
@Table(name = "notification")
@DynamicUpdate
class Notification {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private NotificationKind kind;

    @Convert(converter = ItemsColumn.class)
    private List<Item> items;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private List<UUID> subjectIds;

    @Column(updatable = false)
    private @Nullable UUID actorId;

    @Column(updatable = false)
    private @Nullable UUID commandId;

    private boolean inApp;

    private boolean read;

    private @Nullable Instant readAt;

    private @Nullable Instant acknowledgedAt;

    private @Nullable Instant withdrawnAt;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Notification() {}

    private Notification(
            Recipient recipient, Item item, @Nullable UUID actorId, @Nullable UUID commandId, Instant now) {
        this.id = Ids.next();
        this.userId = recipient.id();
        this.inApp = recipient.inApp();
        this.kind = item.kind();
        this.items = List.of(item);
        this.subjectIds = item.subjectIds().distinct().toList();
        this.actorId = actorId;
        this.commandId = commandId;
        this.createdAt = now;
    }

    /** A notification that has not been read yet. */
    static Notification of(
            Recipient recipient, Item item, @Nullable UUID actorId, @Nullable UUID commandId, Instant now) {
        return new Notification(recipient, item, actorId, commandId, now);
    }

    /** Tells of one thing more; there is something new to read then. An item that tells the same is replaced. */
    void add(Item item) {
        hold(Stream.concat(items.stream().filter(known -> !known.tellsTheSameAs(item)), Stream.of(item))
                .toList());
        read = false;
        readAt = null;
        acknowledgedAt = null;
    }

    /** From now on it is in the list, even if nothing before was wanted there. */
    void showInApp() {
        inApp = true;
    }

    /** Whether it was unread before. */
    boolean markRead(Instant now) {
        if (read) {
            return false;
        }
        read = true;
        readAt = now;
        return true;
    }

    /** Says that it was understood, which is more than having read it; whether that is new. */
    boolean acknowledge(Instant now) {
        if (acknowledgedAt != null) {
            return false;
        }
        acknowledgedAt = now;
        markRead(now);
        return true;
    }

    /** Whether nobody has to be found for it any more. */
    boolean isSettled() {
        return read || withdrawnAt != null;
    }

    /**
     * Takes back the items that are no longer true; without any left the notification itself is withdrawn and says no more
     * than what it was about.
     *
     * @return whether there was anything to take back
     */
    boolean withdraw(Predicate<Item> untrue, Instant now) {
        List<Item> left = items.stream().filter(untrue.negate()).toList();
        if (withdrawnAt != null || left.size() == items.size()) {
            return false;
        }
        if (left.isEmpty()) {
            items = items.stream().map(item -> item.withBody("")).toList();
            withdrawnAt = now;
        } else {
            hold(left);
        }
        return true;
    }

    /** Whether it said something else of the subject before. */
    boolean reword(UUID subjectId, String body) {
        List<Item> reworded = items.stream()
                .map(item -> item.isAbout(subjectId) ? item.withBody(body) : item)
                .toList();
        if (reworded.equals(items)) {
            return false;
        }
        items = reworded;
        return true;
    }

    private void hold(List<Item> all) {
        List<Item> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(Item::kind));
        items = List.copyOf(ordered);
        kind = items.getFirst().kind();
        subjectIds = items.stream().flatMap(Item::subjectIds).distinct().toList();
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    NotificationKind kind() {
        return kind;
    }

    String title() {
        return items.getFirst().title();
    }

    /** The leading item in its own words, the others one line each. */
    String body() {
        if (withdrawnAt != null) {
            return "";
        }
        return Stream.concat(
                        Stream.of(items.getFirst().body()),
                        items.stream().skip(1).map(item -> item.title() + ": " + item.body()))
                .collect(Collectors.joining("\n"));
    }

    List<Item> items() {
        return items;
    }

    @Nullable
    UUID actorId() {
        return actorId;
    }

    @Nullable
    UUID commandId() {
        return commandId;
    }

    boolean isRead() {
        return read;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }

    boolean isInApp() {
        return inApp;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
