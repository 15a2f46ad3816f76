package com.ceoplatform.voice.language.text;

/** The punctuation before a word. Recognisers often write none, so it is a hint and never a condition. */
public enum Gap {
    NONE,
    /** Part of the same written word: "follow-up" is two words. */
    GLUED,
    COMMA,
    COLON,
    STOP
}
