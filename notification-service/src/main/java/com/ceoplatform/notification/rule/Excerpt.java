package com.ceoplatform.notification.rule;

/** The beginning of a text, for a notification. */
final class Excerpt {

    /** In code points, so that an emoji is never cut in two. */
    static final int LENGTH = 240;

    private Excerpt() {}

    static String of(String text) {
        if (text.codePointCount(0, text.length()) <= LENGTH) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LENGTH - 1)) + "…";
    }
}
