package com.ceoplatform.gateway.docs;

import com.ceoplatform.common.docs.VersionHeader;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.request.ExpectedVersion;
import com.ceoplatform.gateway.request.Origin;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the gateway's own endpoints; the page under {@code /docs} lists those of all services. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "accessToken";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Origin.class, ExpectedVersion.class);
    }

    @Bean
    VersionHeader versionHeader() {
        return new VersionHeader(ExpectedVersion.class);
    }

    @Bean
    OpenAPI gatewayApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("CEO Communication Platform: gateway")
                        .version("v1")
                        .description("Login, people and batches. Errors are problem details (RFC 9457) with a stable"
                                + " code; writes accept If-Match, POST /users an Idempotency-Key."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
