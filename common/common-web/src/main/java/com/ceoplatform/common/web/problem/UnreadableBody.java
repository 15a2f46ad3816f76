package com.ceoplatform.common.web.problem;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.web.request.PayloadTooLargeException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Tells a body that is no JSON (400) from JSON whose values do not fit (422), naming the field. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail describe(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PayloadTooLargeException tooLarge) {
                return Problems.of(tooLarge.problem());
            }
            if (cause instanceof DomainException refusal) {
                return Problems.of(refusal);
            }
            if (cause instanceof JacksonException mismatch
                    && isMismatch(mismatch)
                    && !mismatch.getPath().isEmpty()) {
                return Problems.invalid(List.of(new FieldError(path(mismatch), message(mismatch))));
            }
        }
        return Problems.of(
                ErrorKind.BAD_REQUEST,
                "malformed_request",
                "The body is missing or is not the JSON that is expected here.");
    }

    /** Whether it is JSON all the same; a number that fits into no variable is found while reading. */
    private static boolean isMismatch(JacksonException failure) {
        return failure instanceof DatabindException || failure instanceof InputCoercionException;
    }

    private static String path(JacksonException mismatch) {
        return mismatch.getPath().stream()
                .map(UnreadableBody::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String step(JacksonException.Reference reference) {
        @Nullable String name = reference.getPropertyName();
        return name == null ? "[" + reference.getIndex() + "]" : "." + name;
    }

    private static String message(JacksonException mismatch) {
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
