package com.ceoplatform.gateway.password;

import com.ceoplatform.common.error.DomainException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords on a tiny pool of its own, so that logins never take the processors from the pushes. bcrypt
 * and not Argon2: it needs no memory to speak of, where Argon2 in Java allocates 16 MB and more for each login, which
 * the garbage collector would charge to everybody's latency.
 */
@Component
public class Passwords implements DisposableBean {

    private static final int PATIENCE_SECONDS = 10;

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor pool;
    private final String nobodysHash;

    Passwords(PasswordSettings settings) {
        this.encoder = new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.strength())));
        this.pool = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.queue()),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        this.nobodysHash = hashNow("nobody has this password");
    }

    /** The hash to keep, with its algorithm in front. */
    public String hash(String password) {
        return await(() -> hashNow(password));
    }

    /**
     * Whether the password is the one of the hash. Takes as long without a hash as with one, so that the time tells
     * nobody which accounts exist.
     */
    public boolean matches(String password, @Nullable String hash) {
        boolean possible = hash != null && !PasswordPolicy.isTooLong(password);
        String checked = PasswordPolicy.isTooLong(password) ? "too long to be anybody's" : password;
        boolean equal = await(() -> encoder.matches(checked, possible ? hash : nobodysHash));
        return possible && equal;
    }

    private String hashNow(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash was made");
        }
        return hash;
    }

    private <T> T await(Callable<T> work) {
        Future<T> result;
        try {
            result = pool.submit(work);
        } catch (RejectedExecutionException full) {
            throw tooMany();
        }
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            result.cancel(false);
            throw tooMany();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw tooMany();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Hashing failed", failed.getCause());
        }
    }

    private static DomainException tooMany() {
        return DomainException.unavailable("Too many people log in right now; try again.");
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }
}
