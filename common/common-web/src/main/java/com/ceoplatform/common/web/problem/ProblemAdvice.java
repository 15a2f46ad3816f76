package com.ceoplatform.common.web.problem;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception, Spring's own included, into one problem format; unknown ones are logged and hidden. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String MISSING = "is missing";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(DomainException refusal) {
        LOG.debug("Refused: {} {}", refusal.code(), refusal.detail());
        return respond(Problems.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(OptimisticLockingFailureException conflict) {
        return respond(Problems.of(
                ErrorKind.CONFLICT, "concurrent_change", "Somebody else changed this at the same moment; try again."));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class,
        RejectedExecutionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception failure) {
        LOG.warn("Temporarily unavailable", failure);
        ProblemDetail problem = Problems.of(
                ErrorKind.UNAVAILABLE, "temporarily_unavailable", "The service cannot answer right now; try again.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenParts(MultipartException broken) {
        return respond(Problems.of(
                ErrorKind.BAD_REQUEST, "malformed_request", "The multipart body is cut off or lacks its boundary."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(Exception failure) {
        LOG.error("Unexpected failure", failure);
        return respond(Problems.internal());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = UnreadableBody.describe(failure);
        return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = failure.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), message(error)))
                .toList();
        boolean body = failure.getParameter().hasParameterAnnotation(RequestBody.class);
        ProblemDetail problem = body ? Problems.invalid(errors) : invalidParameters(errors);
        return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    /** Of a value that does not even convert, Spring's message tells about our classes. */
    private static String message(org.springframework.validation.FieldError error) {
        return error.isBindingFailure() ? "is not a valid value" : message(error.getDefaultMessage());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = failure.getParameterValidationResults().stream()
                .flatMap(result -> fieldErrors(result).stream())
                .toList();
        boolean body = failure.getParameterValidationResults().stream().anyMatch(ParameterErrors.class::isInstance);
        ProblemDetail problem = body ? Problems.invalid(errors) : invalidParameters(errors);
        return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
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

    private static ProblemDetail invalidParameters(List<FieldError> errors) {
        return Problems.of(
                400,
                ErrorKind.BAD_REQUEST.title(),
                "invalid_parameter",
                "A parameter is invalid.",
                Map.of("errors", errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = Problems.invalid(List.of(new FieldError(failure.getRequestPartName(), MISSING)));
        return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = invalidParameters(List.of(new FieldError(failure.getParameterName(), MISSING)));
        return handleExceptionInternal(failure, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            org.springframework.beans.TypeMismatchException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        ProblemDetail problem = invalidParameters(List.of(new FieldError(name, "is not a valid value")));
        return handleExceptionInternal(failure, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    /** Spring's other refusals keep their status and get our code; their words stay out of the answer. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(body instanceof ProblemDetail problem)) {
            return new ResponseEntity<>(body, headers, status);
        }
        boolean ours =
                problem.getProperties() != null && problem.getProperties().containsKey("code");
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ours ? problem : standard(status));
    }

    private static ProblemDetail standard(HttpStatusCode status) {
        if (status.is5xxServerError() && status.value() != 503) {
            return Problems.internal();
        }
        String title = status instanceof HttpStatus known ? known.getReasonPhrase() : "Refused";
        String code = switch (status.value()) {
            case 400 -> "invalid_request";
            case 404 -> "not_found";
            case 413 -> "payload_too_large";
            case 503 -> "temporarily_unavailable";
            default -> title.toLowerCase(Locale.ROOT).replace(' ', '_');
        };
        return Problems.of(status.value(), title, code, title + ".", Map.of());
    }

    /** Says what it is, whatever the client accepts: an Accept that cannot be read would leave the answer empty. */
    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
