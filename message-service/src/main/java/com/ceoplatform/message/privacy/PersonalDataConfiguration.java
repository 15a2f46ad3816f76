package com.ceoplatform.message.privacy;

import com.ceoplatform.common.web.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A message that is forgotten keeps its place in the list, without a word. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {

    @Bean
    PersonalData personalData(JdbcClient jdbc, TransactionOperations transactions) {
        return new PersonalData(jdbc, transactions)
                .exporting("messages", """
                        SELECT id, channel_id AS "channelId", content, priority, created_at AS "createdAt",
                            edited_at AS "editedAt"
                        FROM message WHERE sender_id = :user AND deleted_at IS NULL ORDER BY id
                        """)
                .exporting("reactions", """
                        SELECT message_id AS "messageId", emoji, created_at AS "createdAt"
                        FROM message_reaction WHERE user_id = :user ORDER BY message_id
                        """)
                .exporting("scheduledMessages", """
                        SELECT id, channel_id AS "channelId", content, send_at AS "sendAt", status
                        FROM scheduled_message WHERE sender_id = :user ORDER BY id
                        """)
                .exporting("readPositions", """
                        SELECT channel_id AS "channelId", read_at AS "readAt"
                        FROM read_position WHERE user_id = :user ORDER BY channel_id
                        """)
                .exporting("followedThreads", """
                        SELECT root_id AS "threadRootId", following, since
                        FROM thread_follower WHERE user_id = :user ORDER BY root_id
                        """)
                .erasing("revisions", """
                        DELETE FROM message_revision r USING message m
                        WHERE r.message_id = m.id AND m.sender_id = :user
                        """)
                .erasing("messages", """
                        UPDATE message SET content = '', mentioned_user_ids = '{}', client_message_id = NULL,
                            pinned_at = NULL, pinned_by = NULL, deleted_at = coalesce(deleted_at, now()),
                            version = version + 1
                        WHERE sender_id = :user AND content <> ''
                        """)
                .erasing("reactions", "DELETE FROM message_reaction WHERE user_id = :user")
                .erasing("mentions", "DELETE FROM message_mention WHERE user_id = :user")
                .erasing("scheduledMessages", "DELETE FROM scheduled_message WHERE sender_id = :user")
                .erasing("readPositions", "DELETE FROM read_position WHERE user_id = :user")
                .erasing("followedThreads", "DELETE FROM thread_follower WHERE user_id = :user")
                .expiring("revisions", """
                        DELETE FROM message_revision r USING message m
                        WHERE r.message_id = m.id AND m.created_at < :before
                        """)
                .expiring("reactions", """
                        DELETE FROM message_reaction r USING message m
                        WHERE r.message_id = m.id AND m.created_at < :before
                        """)
                .expiring("acknowledgements", """
                        DELETE FROM message_acknowledgement a USING message m
                        WHERE a.message_id = m.id AND m.created_at < :before
                        """)
                .expiring("mentions", """
                        DELETE FROM message_mention n USING message m
                        WHERE n.message_id = m.id AND m.created_at < :before
                        """)
                .expiring("followedThreads", """
                        DELETE FROM thread_follower f USING message m
                        WHERE f.root_id = m.id AND m.created_at < :before
                        """)
                .expiring("messages", "DELETE FROM message WHERE created_at < :before")
                .expiring("scheduledMessages", """
                        DELETE FROM scheduled_message WHERE status <> 'SCHEDULED' AND updated_at < :before
                        """);
    }
}
