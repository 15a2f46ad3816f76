package com.ceoplatform.voice.load;

import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.web.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says when to come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooBusyAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TooBusyException busy) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(TooBusyException.RETRY_AFTER_SECONDS))
                .body(Problems.of(ErrorKind.RATE_LIMITED, busy.code(), busy.detail()));
    }
}
