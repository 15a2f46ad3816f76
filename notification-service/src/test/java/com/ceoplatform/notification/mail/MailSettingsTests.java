package com.ceoplatform.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.notification.testing.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSettingsTests {

    private static final String PREFIX = "platform.mail";

    @Test
    void hasDefaults() {
        assertThat(Bound.settings(PREFIX, MailSettings.class, Map.of()))
                .isEqualTo(new MailSettings(
                        "",
                        25,
                        "",
                        "",
                        "CEO platform <notifications@localhost>",
                        false,
                        Duration.ofSeconds(10),
                        new MailSettings.Bounces("", "", 993, "", "", true, Duration.ofMinutes(1))));
    }

    @Test
    void takesWhatIsSaid() {
        assertThat(Bound.settings(
                        PREFIX,
                        MailSettings.class,
                        Map.ofEntries(
                                Map.entry("platform.mail.host", "mx"),
                                Map.entry("platform.mail.port", "587"),
                                Map.entry("platform.mail.user", "u"),
                                Map.entry("platform.mail.password", "p"),
                                Map.entry("platform.mail.from", "a@b"),
                                Map.entry("platform.mail.starttls", "true"),
                                Map.entry("platform.mail.timeout", "3s"),
                                Map.entry("platform.mail.bounces.address", "c@d"),
                                Map.entry("platform.mail.bounces.host", "imap"),
                                Map.entry("platform.mail.bounces.port", "143"),
                                Map.entry("platform.mail.bounces.user", "v"),
                                Map.entry("platform.mail.bounces.password", "q"),
                                Map.entry("platform.mail.bounces.tls", "false"),
                                Map.entry("platform.mail.bounces.poll", "5m"))))
                .isEqualTo(new MailSettings(
                        "mx",
                        587,
                        "u",
                        "p",
                        "a@b",
                        true,
                        Duration.ofSeconds(3),
                        new MailSettings.Bounces("c@d", "imap", 143, "v", "q", false, Duration.ofMinutes(5))));
    }
}
