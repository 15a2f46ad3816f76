package com.ceoplatform.voice.language.dialogue;

import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import java.util.Map;

/**
 * The question that waits for its answer. The sentence is read again with the answer bound to what was unclear.
 *
 * @param transcript the sentence that raised it
 * @param key what was unclear
 * @param bindings answers to earlier questions about the same sentence
 * @param candidates what may be answered; empty for free text
 */
public record PendingClarification(
        String transcript, String key, Map<String, List<Reference>> bindings, List<Reference> candidates) {}
