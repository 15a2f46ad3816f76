package com.ceoplatform.notification.mail;

import com.ceoplatform.notification.notification.NotificationResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a mail, as plain text and as HTML. What people wrote is text: it is escaped, and cannot add headers.
 *
 * @param subject one line
 */
record MailText(String subject, String plain, String html) {

    private static final int SUBJECT = 150;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    /** Where a reader can go on. */
    record Links(String platform, String unsubscribe) {}

    /** @param zone of the reader */
    static MailText of(List<NotificationResponse> notifications, ZoneId zone, Links links) {
        boolean several = notifications.size() > 1;
        String subject = several
                ? notifications.size() + " notifications"
                : line(notifications.getFirst().title());
        StringBuilder plain = new StringBuilder();
        StringBuilder html = new StringBuilder("<!doctype html><html><body style=\"font-family:sans-serif\">");
        for (NotificationResponse notification : notifications) {
            String when = TIME.format(notification.createdAt().atZone(zone));
            plain.append(line(notification.title())).append("\n").append(notification.body());
            plain.append("\n(").append(when).append(")\n\n");
            html.append("<p><strong>")
                    .append(escape(line(notification.title())))
                    .append("</strong><br>");
            html.append(escape(notification.body()).replace("\n", "<br>"));
            html.append("<br><small>").append(when).append("</small></p>");
        }
        plain.append(links.platform());
        html.append("<p><a href=\"").append(escape(links.platform())).append("\">Open the platform</a></p>");
        if (!links.unsubscribe().isEmpty()) {
            plain.append("\n\nUnsubscribe: ").append(links.unsubscribe());
            html.append("<p><small><a href=\"")
                    .append(escape(links.unsubscribe()))
                    .append("\">Unsubscribe</a></small></p>");
        }
        return new MailText(
                subject,
                plain.append("\n").toString(),
                html.append("</body></html>").toString());
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String line(String text) {
        String one = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return one.codePointCount(0, one.length()) <= SUBJECT
                ? one
                : one.substring(0, one.offsetByCodePoints(0, SUBJECT - 1)) + "…";
    }
}
