package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of the organisation and their account. A person is never deleted, only deactivated: others refer to them. */
@Entity
@Table(name = "person")
@SuppressWarnings("UnusedVariable") // some fields are there for queries only
class User {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private UserKind kind;

    private String email;
    private String emailKey;
    private String name;
    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String department;
    private @Nullable String jobTitle;
    private @Nullable UUID managerId;
    private String timezone;
    private String locale;
    private boolean active;
    private @Nullable Instant lastActiveAt;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant deletedAt;
    private String sortKey;
    private String searchText;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected User() {}

    @SuppressWarnings("NullAway.Init") // all fields are set
    static User create(UUID id, NewUser wanted, Instant now) {
        User user = new User();
        user.id = id;
        user.kind = wanted.kind();
        user.email = wanted.email();
        user.name = wanted.name();
        user.passwordHash = wanted.passwordHash();
        user.role = wanted.role();
        user.department = wanted.department();
        user.jobTitle = wanted.jobTitle();
        user.managerId = wanted.managerId();
        user.timezone = wanted.timezone();
        user.locale = wanted.locale();
        user.active = true;
        user.createdAt = now;
        user.updatedAt = now;
        user.index();
        return user;
    }

    /** What addresses are compared by: nobody tells Sarah@ from sarah@. */
    static String keyOf(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Applies the fields that the request has; answers what became different. */
    Changes change(UpdateUserRequest request, Instant now) {
        Changes changes = new Changes();
        email = changes.required("email", email, request.email());
        name = changes.required("name", name, request.name());
        role = changes.required("role", role, request.role());
        department = changes.optional("department", department, request.department());
        jobTitle = changes.optional("jobTitle", jobTitle, request.jobTitle());
        managerId = changes.optional("managerId", managerId, request.managerId());
        timezone = changes.required("timezone", timezone, request.timezone());
        locale = changes.required("locale", locale, request.locale());
        active = changes.required("active", active, request.active());
        if (!changes.isEmpty()) {
            updatedAt = now;
            deletedAt = active ? null : now;
            index();
        }
        return changes;
    }

    void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        updatedAt = now;
    }

    private void index() {
        emailKey = keyOf(email);
        sortKey = name.toLowerCase(Locale.ROOT);
        searchText = (name + '\n' + email + '\n' + (jobTitle == null ? "" : jobTitle)).toLowerCase(Locale.ROOT);
    }

    UUID id() {
        return id;
    }

    UserKind kind() {
        return kind;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    @Nullable
    String department() {
        return department;
    }

    @Nullable
    String jobTitle() {
        return jobTitle;
    }

    @Nullable
    UUID managerId() {
        return managerId;
    }

    String timezone() {
        return timezone;
    }

    String locale() {
        return locale;
    }

    boolean isActive() {
        return active;
    }

    @Nullable
    Instant lastActiveAt() {
        return lastActiveAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String sortKey() {
        return sortKey;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
