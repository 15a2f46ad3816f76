package com.ceoplatform.notification.webhook;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Another system that is told: of what one person is told, or of what anybody is. */
@Entity
@Table(name = "webhook")
class Webhook {

    @Id
    private UUID id;

    @Column(updatable = false)
    private @Nullable UUID userId;

    private String name;

    private String url;

    @Enumerated(EnumType.STRING)
    private WebhookFormat format;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private @Nullable List<String> kinds;

    private String secret;

    private boolean enabled;

    private @Nullable String disabledReason;

    @Column(updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Webhook() {}

    @SuppressWarnings("NullAway.Init") // describe fills the rest
    private Webhook(@Nullable UUID userId, String secret, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.userId = userId;
        this.secret = secret;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** What somebody says of it. */
    record Description(
            String name,
            String url,
            WebhookFormat format,
            @Nullable Collection<NotificationKind> kinds,
            boolean enabled) {}

    static Webhook create(@Nullable UUID userId, Description description, String secret, UUID createdBy, Instant now) {
        Webhook webhook = new Webhook(userId, secret, createdBy, now);
        webhook.describe(description, now);
        return webhook;
    }

    void describe(Description description, Instant now) {
        name = description.name();
        url = description.url();
        format = description.format();
        kinds = description.kinds() == null
                ? null
                : description.kinds().stream()
                        .map(Enum::name)
                        .distinct()
                        .sorted()
                        .toList();
        enabled = description.enabled();
        disabledReason = null;
        updatedAt = now;
    }

    /** The other side wants no more. */
    void disable(String reason, Instant now) {
        enabled = false;
        disabledReason = reason;
        updatedAt = now;
    }

    boolean hears(NotificationKind kind) {
        return kinds == null || kinds.contains(kind.name());
    }

    /** Whose notifications it gets: a person's, or its own ones as those of the organisation. */
    UUID recipientId() {
        return userId == null ? id : userId;
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID userId() {
        return userId;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    WebhookFormat format() {
        return format;
    }

    @Nullable
    List<NotificationKind> kinds() {
        return kinds == null
                ? null
                : kinds.stream().map(NotificationKind::valueOf).sorted().toList();
    }

    String secret() {
        return secret;
    }

    boolean isEnabled() {
        return enabled;
    }

    @Nullable
    String disabledReason() {
        return disabledReason;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
