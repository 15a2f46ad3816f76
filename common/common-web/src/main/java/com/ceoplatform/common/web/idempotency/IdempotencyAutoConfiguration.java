package com.ceoplatform.common.web.idempotency;

import java.time.Clock;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys for servlet services with a database. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(JdbcClient.class)
class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc, Clock clock) {
        return new IdempotencyKeys(jdbc, clock);
    }

    /** Outside of {@code @Transactional}, so that the method joins the transaction of its key. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor idempotencyAdvisor(
            ObjectProvider<IdempotencyKeys> keys,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<JsonMapper> mapper) {
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Idempotent.class),
                new LazyInterceptor(() -> new IdempotencyInterceptor(
                        keys.getObject(), new TransactionTemplate(transactions.getObject()), mapper.getObject())));
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }
}
