package com.ceoplatform.notification.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, PublicAddress.class})
class MailConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);

    @Bean
    JavaMailSender smtp(MailSettings settings) {
        if (!settings.isOn()) {
            LOG.warn("There is no mail: PLATFORM_MAIL_HOST is not set");
        }
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost(settings.host());
        smtp.setPort(settings.port());
        smtp.setDefaultEncoding("UTF-8");
        if (!settings.user().isEmpty()) {
            smtp.setUsername(settings.user());
            smtp.setPassword(settings.password());
        }
        smtp.setJavaMailProperties(properties(settings));
        return smtp;
    }

    private static Properties properties(MailSettings settings) {
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
        if (!settings.bounces().address().isEmpty()) {
            properties.setProperty("mail.smtp.from", settings.bounces().address());
        }
        return properties;
    }

    @Bean
    RecurringTask<Void> bounceCollection(BounceMailbox mailbox, MailSettings settings) {
        return Tasks.recurring("bounces", FixedDelay.of(settings.bounces().poll()))
                .execute((instance, context) -> mailbox.collect());
    }
}
