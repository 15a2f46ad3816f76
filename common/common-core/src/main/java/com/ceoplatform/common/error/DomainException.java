package com.ceoplatform.common.error;

import java.util.List;
import java.util.Map;

/**
 * A refusal the client is told about as problem details (RFC 9457). The detail is written for the client: it never
 * carries another exception's message.
 */
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String code;
    private final transient Map<String, Object> properties;

    /**
     * @param code stable and in lower snake case; clients switch on it
     * @param properties further members of the problem, such as the blockers of a task
     */
    public DomainException(ErrorKind kind, String code, String detail, Map<String, ?> properties) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.properties = Map.copyOf(properties);
    }

    public DomainException(ErrorKind kind, String code, String detail) {
        this(kind, code, detail, Map.of());
    }

    /** {@code thing_not_found}: also for what exists but must stay invisible to the caller. */
    public static DomainException notFound(String thing) {
        return new DomainException(
                ErrorKind.NOT_FOUND,
                thing + "_not_found",
                "There is no such " + thing.replace('_', ' ') + ", or you may not see it.");
    }

    public static DomainException forbidden(String detail) {
        return new DomainException(ErrorKind.FORBIDDEN, "forbidden", detail);
    }

    public static DomainException conflict(String code, String detail) {
        return new DomainException(ErrorKind.CONFLICT, code, detail);
    }

    /** A value of the body that parses but makes no sense: 422 {@code validation_failed}. */
    public static DomainException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static DomainException invalid(List<FieldError> errors) {
        return new DomainException(
                ErrorKind.INVALID,
                "validation_failed",
                "Some fields are invalid.",
                Map.of("errors", List.copyOf(errors)));
    }

    /** A query or path parameter that makes no sense: 400 {@code invalid_parameter}. */
    public static DomainException invalidParameter(String parameter, String message) {
        return new DomainException(
                ErrorKind.BAD_REQUEST,
                "invalid_parameter",
                "The parameter " + parameter + " is invalid.",
                Map.of("errors", List.of(new FieldError(parameter, message))));
    }

    public static DomainException unavailable(String detail) {
        return new DomainException(ErrorKind.UNAVAILABLE, "temporarily_unavailable", detail);
    }

    public ErrorKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What a client may read; the message of this exception. */
    public String detail() {
        String message = getMessage();
        return message == null ? kind.title() : message;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
