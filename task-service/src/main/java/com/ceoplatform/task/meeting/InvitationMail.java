package com.ceoplatform.task.meeting;

import com.ceoplatform.task.meeting.InvitationResponse.Method;
import java.util.UUID;

/**
 * A mail to one person about one meeting.
 *
 * @param replyTo the organiser
 * @param calendar iCalendar
 */
record InvitationMail(
        UUID id,
        UUID meetingId,
        UUID userId,
        String recipient,
        String replyTo,
        Method method,
        String subject,
        String body,
        String calendar) {}
