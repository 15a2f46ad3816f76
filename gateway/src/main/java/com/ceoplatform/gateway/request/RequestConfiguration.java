package com.ceoplatform.gateway.request;

import com.ceoplatform.common.time.StorableTime;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Controller arguments and conversions of the house. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebFluxConfigurer {

    private final RequestLimits limits;

    RequestConfiguration(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new OriginResolver(), new ExpectedVersionResolver());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new SnakeCaseEnums());
        registry.addFormatterForFieldType(
                Instant.class, (moment, locale) -> moment.toString(), (text, locale) -> StorableTime.parse(text));
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.defaultCodecs().maxInMemorySize((int) limits.body().toBytes());
    }
}
