package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.json.Change;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.password.PasswordPolicy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of a person may hold. Texts are kept as they come; only what cannot be used is refused. */
final class UserRules {

    static final String DEFAULT_TIMEZONE = "UTC";
    static final String DEFAULT_LOCALE = "en";

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TEXT = 200;

    /** Whoever receives mail there will tell; this only keeps out what is no address at all. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    private final List<FieldError> errors = new ArrayList<>();

    private UserRules() {}

    /** @throws DomainException 422 with everything that is wrong */
    static void check(CreateUserRequest request) {
        UserRules rules = new UserRules();
        rules.required("name", request.name(), UserRules::text);
        rules.required("role", request.role(), role -> null);
        rules.optional("department", request.department(), UserRules::text);
        rules.optional("jobTitle", request.jobTitle(), UserRules::text);
        rules.optional("timezone", request.timezone(), UserRules::timezone);
        rules.optional("locale", request.locale(), UserRules::locale);
        if (request.isForService()) {
            rules.optional("email", request.email(), UserRules::email);
            rules.optional("role", request.role(), role -> role == Role.CEO ? "must not be ceo for a program" : null);
            rules.optional("password", request.password(), password -> "is not for service accounts");
        } else {
            String email = Objects.requireNonNullElse(request.email(), "@");
            rules.required("email", request.email(), UserRules::email);
            rules.required("password", request.password(), password -> password(password, email));
        }
        rules.finish();
    }

    /** @throws DomainException 422 with everything that is wrong */
    static void check(UpdateUserRequest request, String email) {
        UserRules rules = new UserRules();
        rules.changed("email", request.email(), UserRules::email);
        rules.changed("name", request.name(), UserRules::text);
        rules.changed("role", request.role(), role -> null);
        rules.optional("department", request.department().value(), UserRules::text);
        rules.optional("jobTitle", request.jobTitle().value(), UserRules::text);
        rules.changed("timezone", request.timezone(), UserRules::timezone);
        rules.changed("locale", request.locale(), UserRules::locale);
        rules.changed("active", request.active(), active -> null);
        rules.changed("password", request.password(), password -> password(password, email));
        rules.finish();
    }

    private <T> void required(String field, @Nullable T value, Function<T, @Nullable String> objection) {
        if (value == null) {
            errors.add(new FieldError(field, "must not be null"));
        } else {
            optional(field, value, objection);
        }
    }

    private <T> void changed(String field, Change<T> change, Function<T, @Nullable String> objection) {
        if (change.present()) {
            required(field, change.value(), objection);
        }
    }

    private <T> void optional(String field, @Nullable T value, Function<T, @Nullable String> objection) {
        String wrong = value == null ? null : objection.apply(value);
        if (wrong != null) {
            errors.add(new FieldError(field, wrong));
        }
    }

    private void finish() {
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }

    private static @Nullable String email(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches() ? null : "is not an email address";
    }

    private static @Nullable String text(String text) {
        if (text.isBlank()) {
            return "must not be blank";
        }
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? null
                : "must have at most " + LONGEST_TEXT + " characters";
    }

    private static @Nullable String timezone(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone) ? null : "is not an IANA time zone";
    }

    private static @Nullable String locale(String tag) {
        try {
            return new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty()
                    ? "is not a BCP 47 language tag"
                    : null;
        } catch (IllformedLocaleException malformed) {
            return "is not a BCP 47 language tag";
        }
    }

    private static @Nullable String password(String password, String email) {
        return PasswordPolicy.objection(password, email).orElse(null);
    }
}
