package com.ceoplatform.notification.privacy;

import com.ceoplatform.common.web.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** All that is kept here is kept for one person and goes with them. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {

    @Bean
    PersonalData personalData(JdbcClient jdbc, TransactionOperations transactions) {
        return new PersonalData(jdbc, transactions)
                .exporting("notifications", """
                        SELECT id, kind, items::json AS items, read, created_at AS "createdAt"
                        FROM notification WHERE user_id = :user ORDER BY id
                        """)
                .exporting("preferences", """
                        SELECT settings::json AS settings FROM preferences WHERE user_id = :user
                        """)
                .exporting("reminders", """
                        SELECT id, about, at, status, created_at AS "createdAt"
                        FROM reminder WHERE created_by = :user ORDER BY id
                        """)
                .exporting("pushSubscriptions", """
                        SELECT id, endpoint, created_at AS "createdAt" FROM push_subscription WHERE user_id = :user
                        """)
                .erasing("deliveries", "DELETE FROM delivery WHERE recipient_id = :user")
                .erasing("dispatches", "DELETE FROM dispatch WHERE recipient_id = :user")
                .erasing("notifications", "DELETE FROM notification WHERE user_id = :user")
                .erasing("preferences", "DELETE FROM preferences WHERE user_id = :user")
                .erasing("reminders", "DELETE FROM reminder WHERE created_by = :user")
                .erasing("pushSubscriptions", "DELETE FROM push_subscription WHERE user_id = :user")
                .erasing("webhooks", "DELETE FROM webhook WHERE user_id = :user")
                .expiring("deliveries", """
                        DELETE FROM delivery d USING notification n
                        WHERE d.notification_id = n.id AND n.created_at < :before
                        """)
                .expiring("dispatches", "DELETE FROM dispatch WHERE finished_at < :before")
                .expiring("notifications", "DELETE FROM notification WHERE created_at < :before")
                .expiring("reminders", "DELETE FROM reminder WHERE status <> 'SCHEDULED' AND at < :before");
    }
}
