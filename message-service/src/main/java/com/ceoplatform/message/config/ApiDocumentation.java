package com.ceoplatform.message.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the service as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    private static final String TOKEN = "accessToken";

    @Bean
    OpenAPI messageApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Messages")
                        .version("v1")
                        .description(
                                "Messages of channels and direct conversations: posting, threads, reactions, read state, search."
                                        + " What somebody may not know of is 404. Errors are problem details (RFC 9457) with"
                                        + " a stable code."))
                .schemaRequirement(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
