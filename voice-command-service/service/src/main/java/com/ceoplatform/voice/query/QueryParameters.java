package com.ceoplatform.voice.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query parameters of a request, as a URI template and its values. */
final class QueryParameters {

    private final StringBuilder template = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    QueryParameters with(String name, @Nullable Object value) {
        if (value != null) {
            template.append(template.isEmpty() ? '?' : '&')
                    .append(name)
                    .append("={")
                    .append(name)
                    .append('}');
            values.add(value);
        }
        return this;
    }

    String template() {
        return template.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}
