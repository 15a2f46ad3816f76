package com.ceoplatform.voice.language.grammar;

import java.util.List;

/** A sentence pattern, compiled. */
sealed interface Node {

    record Word(String norm) implements Node {}

    record Slot(String name, String type) implements Node {}

    record Sequence(List<Node> parts) implements Node {}

    /** One of several; an empty sequence among them makes it optional. */
    record Choice(List<Node> options) implements Node {}
}
