package com.ceoplatform.common.docs;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NOT_MODIFIED;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds the statuses that a handler method answers without saying so. What a method declares with
 * {@code @ApiResponse} is left as it is; only the refusals are added to it.
 */
class EndpointResponses implements GlobalOperationCustomizer {

    private static final List<HttpStatus> REFUSALS_OF_READS = List.of(
            BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, NOT_ACCEPTABLE, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE);

    static final List<HttpStatus> REFUSALS_OF_WRITES = Stream.concat(
                    REFUSALS_OF_READS.stream(),
                    Stream.of(
                            CONFLICT,
                            PRECONDITION_FAILED,
                            CONTENT_TOO_LARGE,
                            UNSUPPORTED_MEDIA_TYPE,
                            UNPROCESSABLE_CONTENT))
            .toList();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses();
        List<RequestMethod> methods = methods(handler);
        if (!declaresResponses(handler)) {
            addSuccesses(responses, methods, handler);
        }
        boolean reads = methods.contains(RequestMethod.GET);
        for (HttpStatus refusal : reads ? REFUSALS_OF_READS : REFUSALS_OF_WRITES) {
            responses.putIfAbsent(code(refusal), ProblemResponses.reference(refusal));
        }
        return operation;
    }

    /** A POST that answers an entity says 201 for something new, and 200 when it is there already. */
    private static void addSuccesses(ApiResponses responses, List<RequestMethod> methods, HandlerMethod handler) {
        Class<?> type = handler.getMethod().getReturnType();
        ApiResponse ok = responses.get(code(HttpStatus.OK));
        if (!ResponseEntity.class.isAssignableFrom(type) || ok == null) {
            return;
        }
        if (ResolvableType.forMethodReturnType(handler.getMethod())
                        .getGeneric(0)
                        .resolve()
                == Void.class) {
            responses.remove(code(HttpStatus.OK));
            responses.addApiResponse(code(NO_CONTENT), new ApiResponse().description(NO_CONTENT.getReasonPhrase()));
        } else if (methods.contains(RequestMethod.GET)) {
            responses.addApiResponse(code(NOT_MODIFIED), new ApiResponse().description(NOT_MODIFIED.getReasonPhrase()));
        } else if (methods.contains(RequestMethod.POST)) {
            responses.addApiResponse(
                    code(CREATED),
                    new ApiResponse().description(CREATED.getReasonPhrase()).content(ok.getContent()));
        }
    }

    private static boolean declaresResponses(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(
                        handler.getMethod(), io.swagger.v3.oas.annotations.responses.ApiResponse.class)
                || AnnotatedElementUtils.hasAnnotation(
                        handler.getMethod(), io.swagger.v3.oas.annotations.responses.ApiResponses.class);
    }

    private static List<RequestMethod> methods(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null ? List.of() : List.of(mapping.method());
    }

    private static String code(HttpStatus status) {
        return String.valueOf(status.value());
    }
}
