package com.ceoplatform.voice.privacy;

import com.ceoplatform.common.web.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What somebody said is theirs; what came of it belongs to the organisation. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {

    @Bean
    PersonalData personalData(JdbcClient jdbc, TransactionOperations transactions) {
        return new PersonalData(jdbc, transactions)
                .exporting("commands", """
                        SELECT id, transcript, status, reply, created_at AS "createdAt"
                        FROM command WHERE user_id = :user ORDER BY id
                        """)
                .erasing("commands", "DELETE FROM command WHERE user_id = :user AND status <> 'EXECUTING'")
                .erasing("conversations", """
                        DELETE FROM conversation c WHERE user_id = :user
                            AND NOT EXISTS (SELECT FROM command WHERE conversation_id = c.id)
                        """)
                .expiring("commands", "DELETE FROM command WHERE created_at < :before AND status <> 'EXECUTING'")
                .expiring("conversations", """
                        DELETE FROM conversation c WHERE updated_at < :before
                            AND NOT EXISTS (SELECT FROM command WHERE conversation_id = c.id)
                        """);
    }
}
