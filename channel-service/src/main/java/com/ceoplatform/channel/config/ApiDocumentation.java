package com.ceoplatform.channel.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    private static final String TOKEN = "accessToken";

    @Bean
    OpenAPI channelApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Channels")
                        .version("v1")
                        .description("Channels, their members, relationships and categories, and files. What a caller"
                                + " may not see does not exist for them: 404. Errors are problem details (RFC 9457)"
                                + " with a stable code."))
                .schemaRequirement(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
