package com.ceoplatform.task.meeting;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.task.meeting.InvitationResponse.Method;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a mail about a meeting says to readers without a calendar, in their own time zone. */
final class InvitationText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private InvitationText() {}

    static String of(MeetingResponse meeting, Person guest, Person organiser, Method method) {
        ZoneId zone = zone(guest);
        ZonedDateTime start = meeting.startAt().atZone(zone);
        ZonedDateTime end = meeting.endAt().atZone(zone);
        StringBuilder text = new StringBuilder(organiser.name())
                .append(
                        switch (method) {
                            case REQUEST -> " invites you to ";
                            case CANCEL -> " no longer expects you at ";
                        })
                .append(meeting.title())
                .append(".\n\nWhen: ")
                .append(DAY.format(start))
                .append(" to ")
                .append((start.toLocalDate().equals(end.toLocalDate()) ? TIME : DAY).format(end))
                .append(" (")
                .append(zone.getId())
                .append(")\n");
        if (meeting.location() != null) {
            text.append("Where: ").append(meeting.location()).append('\n');
        }
        if (meeting.description() != null) {
            text.append('\n').append(meeting.description()).append('\n');
        }
        return text.toString();
    }

    private static ZoneId zone(Person guest) {
        try {
            return guest.timezone() == null ? ZoneOffset.UTC : ZoneId.of(guest.timezone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
