package com.ceoplatform.gateway.problem;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebInputException;

/** The problem that tells a client of a failure; no failure's own words reach it. */
final class FailureProblems {

    private FailureProblems() {}

    static ProblemDetail describe(Throwable failure) {
        return switch (failure) {
            case DomainException refusal -> Problems.of(refusal);
            case OptimisticLockingFailureException ignored ->
                Problems.of(
                        ErrorKind.CONFLICT,
                        "concurrent_change",
                        "Somebody else changed this at the same moment; try again.");
            case WebExchangeBindException invalid ->
                Problems.invalid(invalid.getFieldErrors().stream()
                        .map(error -> new FieldError(error.getField(), message(error.getDefaultMessage())))
                        .toList());
            case HandlerMethodValidationException invalid -> invalid(invalid);
            case ServerWebInputException unreadable -> UnreadableInput.describe(unreadable);
            case DataBufferLimitException ignored -> Problems.tooLarge();
            case InvalidMediaTypeException ignored -> Problems.standard(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case ErrorResponse known -> Problems.standard(known.getStatusCode());
            case TimeoutException ignored -> Problems.upstreamTimeout();
            case Throwable other when isUnavailability(other) -> Problems.unavailable();
            case Throwable ignored -> Problems.internal();
        };
    }

    private static boolean isUnavailability(Throwable failure) {
        return failure instanceof CallNotPermittedException
                || failure instanceof IOException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof RejectedExecutionException;
    }

    private static ProblemDetail invalid(HandlerMethodValidationException failure) {
        List<FieldError> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> fieldErrors(result).stream())
                .toList();
        boolean body = failure.getParameterValidationResults().stream().anyMatch(ParameterErrors.class::isInstance);
        return body ? Problems.invalid(errors) : Problems.invalidParameters(errors);
    }

    private static List<FieldError> fieldErrors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream()
                    .map(error -> new FieldError(error.getField(), message(error.getDefaultMessage())))
                    .toList();
        }
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(name, message(error.getDefaultMessage())))
                .toList();
    }

    private static String message(@Nullable String text) {
        return text == null ? "is invalid" : text;
    }
}
