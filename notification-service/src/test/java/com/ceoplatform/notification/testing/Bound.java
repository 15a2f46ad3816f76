package com.ceoplatform.notification.testing;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as the service would read them. */
public final class Bound {

    private Bound() {}

    /** The settings below the prefix that these properties make. */
    public static <T> T settings(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
