package com.ceoplatform.task.meeting;

import com.ceoplatform.task.meeting.InvitationResponse.Method;
import com.ceoplatform.task.meeting.InvitationResponse.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails about meetings and how they fare. */
@Repository
@Transactional
class InvitationMails {

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;

    InvitationMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(InvitationMail mail, State state, Instant at) {
        jdbc.sql("""
                        INSERT INTO invitation_mail (id, meeting_id, user_id, recipient, reply_to, method, subject, body,
                                                     calendar, state, created_at)
                        VALUES (:id, :meeting, :user, :recipient, :replyTo, :method, :subject, :body,
                                :calendar, :state, :at)
                        """)
                .param("id", mail.id())
                .param("meeting", mail.meetingId())
                .param("user", mail.userId())
                .param("recipient", mail.recipient())
                .param("replyTo", mail.replyTo())
                .param("method", mail.method().name())
                .param("subject", mail.subject())
                .param("body", mail.body())
                .param("calendar", mail.calendar())
                .param("state", state.name())
                .param("at", utc(at))
                .update();
    }

    /** The mail, when it still is to be sent. */
    public Optional<InvitationMail> findPending(UUID id) {
        return jdbc.sql("""
                        SELECT id, meeting_id, user_id, recipient, reply_to, method, subject, body, calendar
                        FROM invitation_mail WHERE id = :id AND state = 'PENDING'
                        """).param("id", id).query(InvitationMails::mail).optional();
    }

    /** Gives a mail up when there is a later one about the same to the same person; answers whether it was. */
    public boolean supersede(InvitationMail mail) {
        return jdbc.sql("""
                        UPDATE invitation_mail SET state = 'SUPERSEDED'
                        WHERE id = :id AND state = 'PENDING' AND EXISTS (
                            SELECT 1 FROM invitation_mail later
                            WHERE later.meeting_id = :meeting AND later.user_id = :user AND later.id > :id)
                        """)
                        .param("id", mail.id())
                        .param("meeting", mail.meetingId())
                        .param("user", mail.userId())
                        .update()
                == 1;
    }

    public void sent(UUID id, Instant at) {
        jdbc.sql("""
                        UPDATE invitation_mail SET state = 'SENT', sent_at = :at, attempts = attempts + 1, last_error = NULL
                        WHERE id = :id
                        """).param("id", id).param("at", utc(at)).update();
    }

    /** Remembers an attempt that failed; the state tells whether it was the last. */
    public void failed(UUID id, State state, String error) {
        jdbc.sql("""
                        UPDATE invitation_mail SET state = :state, attempts = attempts + 1, last_error = :error
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("error", error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                .update();
    }

    public void giveUp(UUID id) {
        jdbc.sql("UPDATE invitation_mail SET state = 'FAILED' WHERE id = :id AND state = 'PENDING'")
                .param("id", id)
                .update();
    }

    /** The mails about a meeting, oldest first. */
    public List<InvitationResponse> of(UUID meetingId) {
        return jdbc.sql("""
                        SELECT id, user_id, recipient, method, state, attempts, last_error, created_at, sent_at
                        FROM invitation_mail WHERE meeting_id = :meeting ORDER BY id LIMIT 1000
                        """)
                .param("meeting", meetingId)
                .query(InvitationMails::response)
                .list();
    }

    private static InvitationMail mail(ResultSet row, int number) throws SQLException {
        return new InvitationMail(
                row.getObject("id", UUID.class),
                row.getObject("meeting_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("recipient"),
                row.getString("reply_to"),
                Method.valueOf(row.getString("method")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("calendar"));
    }

    private static InvitationResponse response(ResultSet row, int number) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new InvitationResponse(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("recipient"),
                Method.valueOf(row.getString("method")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
