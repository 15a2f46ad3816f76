package com.ceoplatform.voice.language.grammar;

import java.util.List;
import java.util.Map;

/**
 * One intent of one language, as its file says.
 *
 * @param name name of the file
 * @param action the action type or dialogue act it stands for
 * @param details kinds of details its sentences take, and the slot each one fills
 * @param example a sentence to suggest when something close was said
 */
public record Intent(String name, String action, Map<String, String> details, List<Rule> sentences, String example) {}
