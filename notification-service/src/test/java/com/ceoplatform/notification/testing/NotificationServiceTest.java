package com.ceoplatform.notification.testing;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs the whole service on real servers, reached over HTTP through an {@link Api}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Redis is on the class path of the test support only.
        properties = {
            // Redis is on the class path of the test support only.
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration,"
                    + "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration,"
                    + "org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration",
            "platform.mail.host=127.0.0.1",
            "platform.mail.timeout=2s",
            "platform.mail.bounces.address=" + Outside.BOUNCES,
            "platform.mail.bounces.host=127.0.0.1",
            "platform.mail.bounces.user=" + Outside.BOUNCES,
            "platform.mail.bounces.password=" + Outside.PASSWORD,
            "platform.mail.bounces.tls=false",
            "platform.mail.bounces.poll=1s",
            "platform.delivery.attempts=4",
            "platform.delivery.first-delay=20ms",
            "platform.delivery.longest-delay=100ms",
            "platform.delivery.settle=500ms",
            "platform.delivery.poll=200ms",
            "platform.outbound.private-hosts=127.0.0.1",
            "platform.outbound.deadline=1s"
        })
@Import({RealInfrastructure.class, TestParts.class})
public @interface NotificationServiceTest {}
