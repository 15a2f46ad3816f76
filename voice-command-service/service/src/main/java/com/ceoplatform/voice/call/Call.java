package com.ceoplatform.voice.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One request to a service.
 *
 * @param path with {@code {}} for each of the variables
 * @param ifMatch version that must still be current; null for any
 */
public record Call(
        String service,
        HttpMethod method,
        String path,
        List<Object> variables,
        @Nullable Object body,
        @Nullable Long ifMatch) {

    public static Call get(String service, String path, Object... variables) {
        return new Call(service, HttpMethod.GET, path, List.of(variables), null, null);
    }

    public static Call post(String service, String path, Object body, Object... variables) {
        return new Call(service, HttpMethod.POST, path, List.of(variables), body, null);
    }

    public static Call delete(String service, String path, Object... variables) {
        return new Call(service, HttpMethod.DELETE, path, List.of(variables), null, null);
    }

    public static Call patch(String service, String path, Object body, long version, Object... variables) {
        return new Call(service, HttpMethod.PATCH, path, List.of(variables), body, version);
    }

    boolean creates() {
        return method.equals(HttpMethod.POST);
    }
}
