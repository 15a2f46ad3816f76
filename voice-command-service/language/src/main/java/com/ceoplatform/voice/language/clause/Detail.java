package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;

/** Something said about a thing beside its name: when it is due, whose it is, how urgent. */
public record Detail(String kind, Filling filling) {}
