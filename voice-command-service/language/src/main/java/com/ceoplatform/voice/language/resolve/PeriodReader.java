package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matcher;
import java.util.List;

/** Reads dates inside a selection ("everything due this week"). */
public interface PeriodReader {

    List<Filling> dates(Matcher matcher, int from, int limit);
}
