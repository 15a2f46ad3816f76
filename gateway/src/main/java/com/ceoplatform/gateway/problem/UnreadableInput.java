package com.ceoplatform.gateway.problem;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Tells a body that is no JSON (400) from JSON whose values do not fit (422), and both from a bad parameter. */
final class UnreadableInput {

    private UnreadableInput() {}

    static ProblemDetail describe(ServerWebInputException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return Problems.tooLarge();
            }
            if (cause instanceof DomainException refusal) {
                return Problems.of(refusal);
            }
            if (cause instanceof DatabindException mismatch
                    && !mismatch.getPath().isEmpty()) {
                return Problems.invalid(List.of(new FieldError(path(mismatch), message(mismatch))));
            }
            if (cause instanceof TypeMismatchException) {
                return Problems.invalidParameters(List.of(new FieldError(parameter(failure), "is not a valid value")));
            }
        }
        MethodParameter parameter = failure.getMethodParameter();
        if (parameter != null && !parameter.hasParameterAnnotation(RequestBody.class)) {
            return Problems.invalidParameters(List.of(new FieldError(parameter(failure), "is missing")));
        }
        return Problems.of(
                ErrorKind.BAD_REQUEST,
                "malformed_request",
                "The body is missing or is not the JSON that is expected here.");
    }

    private static String parameter(ServerWebInputException failure) {
        MethodParameter parameter = failure.getMethodParameter();
        String name = parameter == null ? null : parameter.getParameterName();
        return name == null ? "parameter" : name;
    }

    private static String path(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(UnreadableInput::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String step(JacksonException.Reference reference) {
        @Nullable String name = reference.getPropertyName();
        return name == null ? "[" + reference.getIndex() + "]" : "." + name;
    }

    private static String message(DatabindException mismatch) {
        if (mismatch instanceof InvalidFormatException format) {
            Class<?> wanted = format.getTargetType();
            if (wanted != null && wanted.isEnum()) {
                return "is not one of the values allowed here";
            }
            if (wanted == String.class) {
                return "contains characters that are no text";
            }
        }
        return "has the wrong type or form";
    }
}
