package com.ceoplatform.common.web.request;

import com.ceoplatform.common.time.StorableTime;
import com.ceoplatform.common.web.problem.ProblemWriter;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Filters and converters of every servlet service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RequestLimits.class)
class RequestAutoConfiguration implements WebMvcConfigurer {

    /** Right behind Spring Security, whose filter has order -100 in Boot. */
    private static final int AFTER_SECURITY = -90;

    private final ObjectProvider<ConversionService> conversions;

    /** @param conversions those of Spring MVC, which need this configuration before they are ready */
    RequestAutoConfiguration(@Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversions) {
        this.conversions = conversions;
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(RequestLimits limits, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits, problems));
        registration.setOrder(AFTER_SECURITY - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EventContextFilter> eventContextFilter() {
        var registration = new FilterRegistrationBean<>(new EventContextFilter());
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ExpectedVersionResolver());
        resolvers.add(new QueryRecordResolver(conversions::getObject));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new SnakeCaseEnums());
        registry.addFormatterForFieldType(
                Instant.class, (moment, locale) -> moment.toString(), (text, locale) -> StorableTime.parse(text));
    }
}
