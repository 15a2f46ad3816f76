package com.ceoplatform.gateway.support;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test against the gateway on real servers, with one {@link Upstream} in the place of every service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "platform.schema=gateway",
            "platform.security.keys-directory=${java.io.tmpdir}/gateway-test-keys-${random.uuid}",
            "platform.passwords.strength=4",
            "platform.routing.timeout=700ms",
            "platform.routing.breaker.open-for=500ms",
            "platform.rate-limits.login.per-second=2000",
            "platform.rate-limits.login.burst=4000",
            "platform.rate-limits.address.per-second=2000",
            "platform.rate-limits.address.burst=4000",
            "platform.rate-limits.user.per-second=2000",
            "platform.rate-limits.user.burst=4000"
        })
@Import({RealInfrastructure.class, TestServices.class, TestMail.class})
public @interface GatewayIntegrationTest {}
