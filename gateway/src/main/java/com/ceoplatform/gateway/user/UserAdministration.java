package com.ceoplatform.gateway.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.password.Passwords;
import com.ceoplatform.gateway.request.ExpectedVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may change what about whom: the CEO everything, everybody their own name, time zone, locale and password. Hashes
 * passwords before the transaction begins, so that no connection waits for it.
 */
@Service
class UserAdministration {

    private static final int LONGEST_KEY = 255;

    private final UserDirectory directory;
    private final UserCreation creation;
    private final PasswordChanges passwordChanges;
    private final Passwords passwords;
    private final JsonMapper mapper;

    UserAdministration(
            UserDirectory directory,
            UserCreation creation,
            PasswordChanges passwordChanges,
            Passwords passwords,
            JsonMapper mapper) {
        this.directory = directory;
        this.creation = creation;
        this.passwordChanges = passwordChanges;
        this.passwords = passwords;
        this.mapper = mapper;
    }

    UserResponse create(Caller caller, CreateUserRequest request, @Nullable String idempotencyKey) {
        if (!caller.isCeo()) {
            throw DomainException.forbidden("Only the CEO adds people.");
        }
        UserRules.check(request);
        CreatedUserKeys.Key key = key(caller, request, idempotencyKey);
        NewUser wanted = wanted(request);
        return EmailTaken.unless(() -> creation.add(wanted, key));
    }

    private NewUser wanted(CreateUserRequest request) {
        String password = request.password();
        return new NewUser(
                request.isForService() ? UserKind.SERVICE : UserKind.PERSON,
                Objects.requireNonNullElseGet(request.email(), UserAdministration::addressOfNobody)
                        .strip(),
                Objects.requireNonNull(request.name()),
                password == null ? null : passwords.hash(password),
                Objects.requireNonNull(request.role()),
                request.department(),
                request.jobTitle(),
                request.managerId(),
                Objects.requireNonNullElse(request.timezone(), UserRules.DEFAULT_TIMEZONE),
                Objects.requireNonNullElse(request.locale(), UserRules.DEFAULT_LOCALE));
    }

    /** Of a domain that can never exist (RFC 2606). */
    private static String addressOfNobody() {
        return "service-" + Ids.next() + "@service.invalid";
    }

    UserResponse update(Caller caller, UUID id, UpdateUserRequest request, ExpectedVersion expected) {
        boolean own = caller.id().equals(id);
        if (!caller.isCeo() && (!own || request.exceedsOwnRights())) {
            throw DomainException.forbidden(
                    own ? "Only the CEO changes this about you." : "Only the CEO changes other people.");
        }
        UserResponse user = directory.find(id).orElseThrow(() -> DomainException.notFound("user"));
        UserRules.check(request, user.email());
        String password = request.password().value();
        if (own && password != null) {
            passwordChanges.requireCurrent(user, request.currentPassword().value());
        }
        if (password != null && user.kind() == UserKind.SERVICE) {
            throw DomainException.invalid("password", "is not for service accounts");
        }
        String hash = password == null ? null : passwords.hash(password);
        UUID kept = own ? UUID.fromString(caller.sessionId()) : null;
        return EmailTaken.unless(() -> directory.change(id, request, hash, new ChangeScope(expected, kept)));
    }

    void deactivate(Caller caller, UUID id, ExpectedVersion expected) {
        if (!caller.isCeo()) {
            throw DomainException.forbidden("Only the CEO deactivates people.");
        }
        directory.change(id, UpdateUserRequest.deactivation(), null, new ChangeScope(expected, null));
    }

    private CreatedUserKeys.@Nullable Key key(Caller caller, CreateUserRequest request, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.isBlank() || value.length() > LONGEST_KEY) {
            throw DomainException.invalidParameter("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        return new CreatedUserKeys.Key(caller.id(), value, hash(request));
    }

    /** Without the password: a fast hash that is kept would be a way to guess it. */
    private String hash(CreateUserRequest request) {
        String stable = mapper.writeValueAsString(Arrays.asList(
                request.kind(),
                request.email(),
                request.name(),
                request.role(),
                request.department(),
                request.jobTitle(),
                request.managerId(),
                request.timezone(),
                request.locale()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stable.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
