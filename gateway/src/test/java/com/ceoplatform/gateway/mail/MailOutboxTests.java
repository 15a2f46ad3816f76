package com.ceoplatform.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class MailOutboxTests {

    private static final MailOutboxSettings DEFAULTS = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("platform.mail.outbox", MailOutboxSettings.class);

    @Test
    void saysInTheLogWhatNobodyIsMailedWhereMailIsOff(CapturedOutput output) {
        MeterRegistry meters = new SimpleMeterRegistry();
        MailServer off = new MailServer(new MailSettings("", 587, "", "", "x@example.com", false));
        JdbcClient untouched = JdbcClient.create(new DriverManagerDataSource("jdbc:nowhere"));
        UUID user = new UUID(1, 2);

        new MailOutbox(untouched, off, DEFAULTS, event -> {}, meters, Clock.systemUTC())
                .add(user, new Mail("sam@example.com", "Your password was changed", "text", "html"));

        assertThat(output).contains(user + " is not told by mail", "Your password was changed");
        assertThat(output).doesNotContain("sam@example.com");
        assertThat(meters.counter("gateway.mails", "outcome", "off").count()).isEqualTo(1);
    }

    @Test
    void triesLessAndLessOftenForThreeDays() {
        assertThat(DEFAULTS.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(DEFAULTS.pauseAfter(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(DEFAULTS.pauseAfter(50)).isEqualTo(Duration.ofHours(1));
        assertThat(DEFAULTS.life()).isEqualTo(Duration.ofDays(3));
    }
}
