package com.ceoplatform.common.docs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes the OpenAPI document of a service say what its clients really get. */
@AutoConfiguration
class DocumentationAutoConfiguration {

    @Bean
    ProblemResponses problemResponses() {
        return new ProblemResponses();
    }

    @Bean
    EndpointResponses endpointResponses() {
        return new EndpointResponses();
    }

    @Bean
    PageParameters pageParameters() {
        return new PageParameters();
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }
}
