package com.ceoplatform.voice.language.clause;

import java.util.List;

/** One thing of a list: its words and what was said about it alone. */
public record Item(int from, int to, List<Detail> details) {}
