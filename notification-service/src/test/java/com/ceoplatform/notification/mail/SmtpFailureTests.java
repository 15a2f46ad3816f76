package com.ceoplatform.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

class SmtpFailureTests {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, ADDRESS",
        "RCPT, 553 5.1.3 bad address, ADDRESS",
        "RCPT, 451 4.7.1 come back later, PASSING",
        "RCPT, 452 4.2.2 mailbox full, PASSING",
        "MAIL, 421 4.3.2 shutting down, PASSING",
        "MAIL, 550 5.7.1 sender refused, MESSAGE",
        "DATA, 554 5.6.0 no, MESSAGE",
        "., 552 5.3.4 too big, MESSAGE",
        "., 451 4.3.0 try again, PASSING"
    })
    void tellsWhatIsForGoodFromWhatPasses(String command, String answer, SmtpFailure.Kind expected) throws IOException {
        try (GrumpySmtp server = new GrumpySmtp(command, answer)) {
            SmtpFailure failure = failureOf(server.port());

            assertThat(failure.kind()).isEqualTo(expected);
            assertThat(failure.detail()).contains(answer.substring(0, 3)).doesNotContain("user");
        }
    }

    @Test
    void triesAgainWhenNobodyAnswers() throws IOException {
        GrumpySmtp gone = new GrumpySmtp("NOOP", "250 fine");
        int port = gone.port();
        gone.close();

        assertThat(failureOf(port).kind()).isEqualTo(SmtpFailure.Kind.PASSING);
    }

    private static SmtpFailure failureOf(int port) {
        JavaMailSender smtp = new MailConfiguration()
                .smtp(new MailSettings(
                        "127.0.0.1",
                        port,
                        "",
                        "",
                        "ceo@example.com",
                        false,
                        Duration.ofSeconds(2),
                        new MailSettings.Bounces("", "", 993, "", "", true, Duration.ofMinutes(1))));
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("ceo@example.com");
        mail.setTo("sarah@example.com");
        mail.setText("Hello");
        try {
            smtp.send(mail);
            throw new AssertionError("The mail was taken");
        } catch (MailException failure) {
            return SmtpFailure.of(failure);
        }
    }
}
