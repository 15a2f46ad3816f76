package com.ceoplatform.common.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.Caller;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@link Idempotent} methods within one transaction with their key. */
class IdempotencyInterceptor implements MethodInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final TransactionOperations transactions;
    private final JsonMapper mapper;

    IdempotencyInterceptor(IdempotencyKeys keys, TransactionOperations transactions, JsonMapper mapper) {
        this.keys = keys;
        this.transactions = transactions;
        this.mapper = mapper;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Optional<IdempotencyKeys.Key> key = key(invocation.getMethod());
        if (key.isEmpty()) {
            return invocation.proceed();
        }
        String hash = hash(invocation.getArguments());
        try {
            return transactions.execute(status -> once(key.get(), hash, invocation));
        } catch (CheckedFailure failure) {
            throw failure.getCause();
        }
    }

    private Object once(IdempotencyKeys.Key key, String hash, MethodInvocation invocation) {
        if (!keys.take(key, hash)) {
            return repeat(key, hash, invocation.getMethod());
        }
        try {
            Object result = requireNonNull(invocation.proceed(), "An idempotent method must answer something");
            keys.answer(key, mapper.writeValueAsString(result));
            return result;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new CheckedFailure(failure);
        }
    }

    private Object repeat(IdempotencyKeys.Key key, String hash, Method method) {
        IdempotencyKeys.Answer answer = keys.find(key)
                .orElseThrow(() -> DomainException.conflict(
                        "idempotency_key_in_use", "The first request with this Idempotency-Key has not ended yet."));
        if (!answer.requestHash().equals(hash)) {
            throw new DomainException(
                    ErrorKind.INVALID,
                    "idempotency_key_reused",
                    "This Idempotency-Key was used with a different request.");
        }
        return mapper.readValue(answer.result(), mapper.constructType(method.getGenericReturnType()));
    }

    private static Optional<IdempotencyKeys.Key> key(Method method) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
                || authentication == null
                || !(authentication.getPrincipal() instanceof Caller caller)) {
            return Optional.empty();
        }
        String value = request.getRequest().getHeader(HEADER);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isBlank() || value.length() > LONGEST_KEY) {
            throw DomainException.invalidParameter(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
        }
        String operation = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return Optional.of(new IdempotencyKeys.Key(caller.id(), operation, value));
    }

    private String hash(@Nullable Object[] arguments) {
        List<@Nullable Object> stable = Arrays.stream(arguments)
                .filter(argument -> !(argument instanceof Caller))
                .toList();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(mapper.writeValueAsString(stable).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Carries a checked exception through the transaction, which rolls back for it too. */
    private static final class CheckedFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CheckedFailure(Throwable cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            Throwable cause = super.getCause();
            return cause == null ? this : cause;
        }
    }
}
