package com.ceoplatform.common.web.problem;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

    public static ProblemDetail invalid(List<FieldError> errors) {
        return of(DomainException.invalid(errors));
    }

    /** What a client learns of a failure of ours: nothing but that it was ours. */
    public static ProblemDetail internal() {
        return of(
                500,
                "Internal error",
                "internal_error",
                "Something went wrong on our side; it has been logged.",
                Map.of());
    }
}
