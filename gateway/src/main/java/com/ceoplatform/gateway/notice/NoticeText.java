package com.ceoplatform.gateway.notice;

import static java.util.stream.Collectors.joining;

import com.ceoplatform.gateway.mail.Mail;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a notice.
 *
 * @param happened a sentence that goes on from the greeting
 * @param facts by their names, in the order that they are shown in
 * @param advice what to do when it was not the recipient
 */
record NoticeText(String name, String happened, Map<String, String> facts, String advice) {

    private static final String ORDINARY = "If it was you, there is nothing to do.";

    NoticeText {
        facts = new LinkedHashMap<>(facts);
    }

    Mail to(String address, String subject) {
        return new Mail(address, subject, text(), html());
    }

    private String text() {
        String lines = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(joining());
        return "Hello " + name + ",\n\n" + happened + "\n\n" + lines + "\n" + ORDINARY + " " + advice + "\n";
    }

    private String html() {
        String rows = facts.entrySet().stream()
                .map(fact -> "<tr><td>" + fact.getKey() + "</td><td>" + HtmlUtils.htmlEscape(fact.getValue())
                        + "</td></tr>\n")
                .collect(joining());
        return """
                <p>Hello %s,</p>
                <p>%s</p>
                <table>
                %s</table>
                <p>%s %s</p>
                """.formatted(HtmlUtils.htmlEscape(name), HtmlUtils.htmlEscape(happened), rows, ORDINARY, advice);
    }
}
