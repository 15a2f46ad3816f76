package com.ceoplatform.task.privacy;

import com.ceoplatform.common.web.privacy.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tasks belong to the organisation; what somebody said about them is their own. */
@Configuration(proxyBeanMethods = false)
class PersonalDataConfiguration {

    @Bean
    PersonalData personalData(JdbcClient jdbc, TransactionOperations transactions) {
        return new PersonalData(jdbc, transactions)
                .exporting("tasks", """
                        SELECT id, title, description, status, priority, due_at AS "dueAt", created_at AS "createdAt",
                            created_by = :user AS "created", :user = ANY (assignee_ids) AS "assigned"
                        FROM task
                        WHERE deleted_at IS NULL AND (created_by = :user
                            OR id IN (SELECT task_id FROM task_assignee WHERE user_id = :user))
                        ORDER BY id
                        """)
                .exporting("comments", """
                        SELECT id, task_id AS "taskId", content, created_at AS "createdAt"
                        FROM task_comment WHERE author_id = :user AND deleted_at IS NULL ORDER BY id
                        """)
                .exporting("meetings", """
                        SELECT id, title, description, location, start_at AS "startAt", end_at AS "endAt",
                            organiser_id = :user AS "organised"
                        FROM meeting WHERE organiser_id = :user OR :user = ANY (attendee_ids) ORDER BY id
                        """)
                .erasing("comments", """
                        UPDATE task_comment SET content = '', mentioned_user_ids = '{}',
                            deleted_at = coalesce(deleted_at, now()), version = version + 1
                        WHERE author_id = :user AND content <> ''
                        """)
                .erasing("calendarFeeds", "DELETE FROM calendar_secret WHERE user_id = :user")
                .erasing("invitationMails", "DELETE FROM invitation_mail WHERE user_id = :user")
                .expiring("tasks", """
                        CREATE TEMPORARY TABLE expired_task ON COMMIT DROP AS
                        SELECT id FROM task t
                        WHERE (deleted_at < :before OR status IN ('COMPLETED', 'CANCELLED') AND updated_at < :before)
                            AND NOT EXISTS (SELECT FROM task child WHERE child.parent_task_id = t.id)
                            AND NOT EXISTS (SELECT FROM task_dependency d WHERE d.depends_on_id = t.id)
                        """)
                .expiring("comments", "DELETE FROM task_comment WHERE task_id IN (SELECT id FROM expired_task)")
                .expiring("activity", "DELETE FROM task_activity WHERE task_id IN (SELECT id FROM expired_task)")
                .expiring("assignments", "DELETE FROM task_assignee WHERE task_id IN (SELECT id FROM expired_task)")
                .expiring("dependencies", "DELETE FROM task_dependency WHERE task_id IN (SELECT id FROM expired_task)")
                .expiring("deletedTasks", "DELETE FROM task WHERE id IN (SELECT id FROM expired_task)");
    }
}
