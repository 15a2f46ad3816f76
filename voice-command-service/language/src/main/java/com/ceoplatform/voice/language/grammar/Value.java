package com.ceoplatform.voice.language.grammar;

/** What a slot holds. Domain packages bring their own kinds. */
public interface Value {

    /** The words themselves. */
    record Span(int from, int to) implements Value {}

    /** One of a list in the language's data, by its key. */
    record Option(String key) implements Value {}

    record Count(int number) implements Value {}
}
