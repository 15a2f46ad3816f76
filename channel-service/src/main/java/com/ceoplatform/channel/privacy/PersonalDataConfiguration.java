package com.ceoplatform.channel.privacy;

import com.ceoplatform.channel.file.FileService;
import com.ceoplatform.common.web.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever is forgotten leaves every channel, and their files are deleted. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {

    @Bean
    PersonalData personalData(JdbcClient jdbc, TransactionOperations transactions, FileService files) {
        return new PersonalData(jdbc, transactions)
                .exporting("memberships", """
                        SELECT c.id AS "channelId", c.name, c.type, m.role, m.joined_at AS "joinedAt",
                            m.deleted_at AS "leftAt"
                        FROM channel_member m JOIN channel c ON c.id = m.channel_id
                        WHERE m.user_id = :user ORDER BY m.id
                        """)
                .exporting("files", """
                        SELECT id, name, size, content_type AS "contentType", sha256, created_at AS "createdAt"
                        FROM stored_file WHERE uploaded_by = :user AND deleted_at IS NULL ORDER BY id
                        """)
                .erasing("files", files::deleteAllOf)
                .expiring("fileLinks", """
                        DELETE FROM file_link l USING stored_file f WHERE l.file_id = f.id AND f.erased_at < :before
                        """)
                .expiring("files", "DELETE FROM stored_file WHERE erased_at < :before")
                .expiring("history", "DELETE FROM channel_history WHERE at < :before");
    }
}
