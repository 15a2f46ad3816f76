package com.ceoplatform.voice.testing;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Runs the whole service on real servers, with little patience and without a recogniser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // Redis is on the class path of the test support only.
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration,"
                    + "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration,"
                    + "org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration",
            "platform.voice.speech.recogniser=none",
            "platform.voice.execution.call-timeout=1s",
            "platform.voice.execution.patience=3s",
            "platform.voice.execution.rollback-patience=3s"
        })
@Import({RealInfrastructure.class, TestParts.class})
public @interface VoiceServiceTest {}
