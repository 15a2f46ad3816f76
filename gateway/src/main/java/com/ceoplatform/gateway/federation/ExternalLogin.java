package com.ceoplatform.gateway.federation;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.gateway.account.SignIns;
import com.ceoplatform.gateway.account.TokenResponse;
import com.ceoplatform.gateway.token.Secret;
import com.ceoplatform.gateway.user.UserResponse;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Logs people in whom the external issuer has recognised. No transaction is open while the issuer is asked. */
@Service
class ExternalLogin {

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final PendingLogins pending;
    private final ClaimReader claims;
    private final ExternalAccounts accounts;
    private final SignIns signIns;

    ExternalLogin(
            OidcSettings settings,
            OidcProvider provider,
            PendingLogins pending,
            ClaimReader claims,
            ExternalAccounts accounts,
            SignIns signIns) {
        this.settings = settings;
        this.provider = provider;
        this.pending = pending;
        this.claims = claims;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** @throws DomainException 404 {@code single_sign_on_not_found} where no issuer is configured; 422; 503 */
    AuthorizationResponse begin(String redirectUri) {
        requireIssuer();
        if (settings.redirectUris().stream()
                .noneMatch(allowed -> allowed.toString().equals(redirectUri))) {
            throw DomainException.invalid("redirectUri", "is not one of the configured ones");
        }
        PendingLogin login = PendingLogin.start(redirectUri);
        String authorizationUri = provider.authorizationUri(login);
        String key = Secret.random();
        pending.add(login, key);
        return new AuthorizationResponse(
                authorizationUri, login.state(), key, settings.loginLife().toSeconds());
    }

    /**
     * @throws DomainException 401 {@code invalid_state}, {@code invalid_code}; 403 when there is no account for the
     *     person; 503
     */
    TokenResponse finish(String state, String loginKey, String code) {
        requireIssuer();
        PendingLogin login = pending.take(state, loginKey)
                .orElseThrow(() -> new DomainException(
                        ErrorKind.UNAUTHENTICATED, "invalid_state", "This login was not begun here; begin again."));
        Identity identity = claims.read(provider.exchange(login, code));
        return signIns.open(account(identity).id(), "oidc");
    }

    private UserResponse account(Identity identity) {
        try {
            return accounts.find(identity);
        } catch (DataIntegrityViolationException otherLoginWasFaster) {
            return accounts.find(identity);
        } catch (DomainException refusal) {
            if (refusal.kind() == ErrorKind.CONFLICT) {
                return accounts.find(identity); // the other login has made the account in the meantime
            }
            throw refusal;
        }
    }

    private void requireIssuer() {
        if (!settings.isOn()) {
            throw DomainException.notFound("single_sign_on");
        }
    }
}
