package com.ceoplatform.common.docs;

import com.ceoplatform.common.page.PageLimit;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Documents {@code limit} and {@code cursor}, which mean the same in every list. */
class PageParameters implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        boolean pages = parameters.stream().anyMatch(parameter -> isOfQuery(parameter, "cursor"));
        for (Parameter parameter : parameters) {
            if (pages && isOfQuery(parameter, "limit")) {
                describe(parameter, "How many items at most");
                parameter.setSchema(limit());
            } else if (isOfQuery(parameter, "cursor")) {
                describe(parameter, "The nextCursor of the page before; the first page when left out");
            }
        }
        return operation;
    }

    private static boolean isOfQuery(Parameter parameter, String name) {
        return name.equals(parameter.getName()) && "query".equals(parameter.getIn());
    }

    private static void describe(Parameter parameter, String description) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
    }

    private static IntegerSchema limit() {
        IntegerSchema limit = new IntegerSchema();
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageLimit.MAXIMUM));
        limit.setDefault(PageLimit.DEFAULT);
        limit.setTypes(java.util.Set.of("integer"));
        return limit;
    }
}
