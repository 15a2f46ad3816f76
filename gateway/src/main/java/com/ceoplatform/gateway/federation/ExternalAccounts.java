package com.ceoplatform.gateway.federation;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.audit.AuditLog;
import com.ceoplatform.gateway.audit.AuditType;
import com.ceoplatform.gateway.user.Credentials;
import com.ceoplatform.gateway.user.NewUser;
import com.ceoplatform.gateway.user.UserDirectory;
import com.ceoplatform.gateway.user.UserKind;
import com.ceoplatform.gateway.user.UserResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the account of somebody whom the issuer knows: by the identity that was linked before, else by the address that
 * the issuer vouches for, else a new one is made where that is allowed.
 */
@Service
class ExternalAccounts {

    private final JdbcClient jdbc;
    private final UserDirectory directory;
    private final AuditLog audit;
    private final OidcSettings settings;
    private final Clock clock;

    ExternalAccounts(JdbcClient jdbc, UserDirectory directory, AuditLog audit, OidcSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws DomainException 403 {@code email_not_verified}, {@code no_account}, {@code account_deactivated} */
    @Transactional
    public UserResponse find(Identity identity) {
        UserResponse user = linked(identity).or(() -> known(identity)).orElseGet(() -> provision(identity));
        if (!user.active() || user.kind() != UserKind.PERSON) {
            throw new DomainException(ErrorKind.FORBIDDEN, "account_deactivated", "Your account has been deactivated.");
        }
        return directory.align(user.id(), identity.profile());
    }

    private Optional<UserResponse> linked(Identity identity) {
        return jdbc.sql("SELECT user_id FROM external_identity WHERE issuer = :issuer AND subject = :subject")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .query(UUID.class)
                .optional()
                .flatMap(directory::find);
    }

    private Optional<UserResponse> known(Identity identity) {
        if (!identity.emailVerified()) {
            throw new DomainException(
                    ErrorKind.FORBIDDEN, "email_not_verified", "The issuer does not vouch for your address.");
        }
        Optional<UserResponse> user =
                directory.credentials(identity.profile().email()).map(Credentials::user);
        user.ifPresent(found -> link(identity, found.id()));
        return user;
    }

    private UserResponse provision(Identity identity) {
        if (!settings.provision()) {
            throw new DomainException(ErrorKind.FORBIDDEN, "no_account", "Nobody has added you yet; ask the CEO.");
        }
        UserResponse user = directory.add(NewUser.of(identity.profile()));
        link(identity, user.id());
        return user;
    }

    private void link(Identity identity, UUID userId) {
        jdbc.sql("""
                        INSERT INTO external_identity (issuer, subject, user_id, linked_at)
                        VALUES (:issuer, :subject, :user, :now)
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("user", userId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(
                AuditType.EXTERNAL_IDENTITY_LINKED,
                userId,
                Map.of("issuer", identity.issuer(), "subject", identity.subject()));
    }
}
