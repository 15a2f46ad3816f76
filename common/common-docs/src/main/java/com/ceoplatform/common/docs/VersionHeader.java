package com.ceoplatform.common.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents {@code If-Match} where a handler method takes what is expected of the version.
 *
 * @param argument the type of such an argument
 */
public record VersionHeader(Class<?> argument) implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean asked = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == argument);
        return asked ? operation.addParametersItem(ifMatch()) : operation;
    }

    private static HeaderParameter ifMatch() {
        HeaderParameter header = new HeaderParameter();
        header.name(HttpHeaders.IF_MATCH)
                .required(false)
                .description("The version that is expected, as its ETag; 412 when it is another by now")
                .schema(new StringSchema());
        return header;
    }
}
