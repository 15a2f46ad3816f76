package com.ceoplatform.voice.language.clause;

import java.util.List;

/** A span without the details at its ends: the core and what was taken off. */
record Peeled(int from, int to, List<Detail> details, double score) {}
