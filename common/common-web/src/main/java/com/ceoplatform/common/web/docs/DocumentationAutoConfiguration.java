package com.ceoplatform.common.web.docs;

import com.ceoplatform.common.docs.VersionHeader;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.ExpectedVersion;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Tells the OpenAPI document of a servlet service which arguments do not come from its clients. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class DocumentationAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, ExpectedVersion.class);
    }

    @Bean
    VersionHeader versionHeader() {
        return new VersionHeader(ExpectedVersion.class);
    }
}
