package com.ceoplatform.gateway.problem;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem details; the stable {@code code} is also the last part of the type. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(int status, String title, String code, String detail, Map<String, ?> properties) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        problem.setType(URI.create("urn:ceo-platform:problem:" + code));
        problem.setTitle(title);
        problem.setDetail(detail);
        problem.setProperty("code", code);
        properties.forEach(problem::setProperty);
        return problem;
    }

    public static ProblemDetail of(ErrorKind kind, String code, String detail) {
        return of(kind.status(), kind.title(), code, detail, Map.of());
    }

    public static ProblemDetail of(DomainException refusal) {
        return of(
                refusal.kind().status(),
                refusal.kind().title(),
                refusal.code(),
                refusal.detail(),
                refusal.properties());
    }

    static ProblemDetail invalid(List<FieldError> errors) {
        return of(DomainException.invalid(errors));
    }

    static ProblemDetail invalidParameters(List<FieldError> errors) {
        return of(
                ErrorKind.BAD_REQUEST.status(),
                ErrorKind.BAD_REQUEST.title(),
                "invalid_parameter",
                "A parameter is invalid.",
                Map.of("errors", errors));
    }

    static ProblemDetail tooLarge() {
        return of(ErrorKind.TOO_LARGE, "payload_too_large", "The body is larger than what is allowed here.");
    }

    /** What a client learns of a failure of ours: nothing but that it was ours. */
    static ProblemDetail internal() {
        return of(
                500,
                "Internal error",
                "internal_error",
                "Something went wrong on our side; it has been logged.",
                Map.of());
    }

    static ProblemDetail upstreamTimeout() {
        return of(504, "No answer in time", "upstream_timeout", "The service behind did not answer in time.", Map.of());
    }

    static ProblemDetail unavailable() {
        return of(ErrorKind.UNAVAILABLE, "temporarily_unavailable", "The service cannot answer right now; try again.");
    }

    /** The problem of a status that the framework decided on. */
    static ProblemDetail standard(HttpStatusCode status) {
        if (status.value() == 503) {
            return unavailable();
        }
        if (status.is5xxServerError()) {
            return status.value() == 504 ? upstreamTimeout() : internal();
        }
        String title = status instanceof HttpStatus known ? known.getReasonPhrase() : "Refused";
        String code = switch (status.value()) {
            case 400 -> "invalid_request";
            case 413 -> "payload_too_large";
            default -> title.toLowerCase(Locale.ROOT).replace(' ', '_');
        };
        return of(status.value(), title, code, title + ".", Map.of());
    }
}
