package com.ceoplatform.deploy.bench;

/**
 * Reads single members of a frame without parsing it: one run may bring a million frames to this process. The server
 * writes the members of an event before its data, so the first member of a name is that of the event.
 */
final class FrameText {

    static final long NONE = -1;

    private FrameText() {}

    /** The text of the first member of that name; empty when there is none. Holds for values without escapes. */
    static String text(String frame, String member) {
        String start = "\"" + member + "\":\"";
        int at = frame.indexOf(start);
        if (at < 0) {
            return "";
        }
        int from = at + start.length();
        int to = frame.indexOf('"', from);
        return to < 0 ? "" : frame.substring(from, to);
    }

    /** The number of the first member of that name; {@link #NONE} when there is none. */
    static long number(String frame, String member) {
        String start = "\"" + member + "\":";
        int at = frame.indexOf(start);
        return at < 0 ? NONE : digits(frame, at + start.length());
    }

    /** The number that begins there; {@link #NONE} when none does. */
    static long digits(String frame, int from) {
        int at = from;
        long number = 0;
        while (at < frame.length() && Character.isDigit(frame.charAt(at))) {
            number = number * 10 + Character.digit(frame.charAt(at), 10);
            at++;
        }
        return at == from ? NONE : number;
    }
}
