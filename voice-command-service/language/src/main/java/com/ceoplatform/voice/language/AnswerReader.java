package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of the candidates an answer means: by name, by number ("the second one") or by what is known of it ("from legal"). */
final class AnswerReader {

    private final Language language;
    private final Questions questions;

    AnswerReader(Language language, Organisation organisation) {
        this.language = language;
        this.questions = new Questions(language, organisation);
    }

    /** Empty when none or more than one fits. */
    Optional<List<Reference>> choose(PendingClarification pending, Transcript answer) {
        List<Reference> candidates = pending.candidates();
        if (candidates.isEmpty() || answer.size() == 0) {
            return Optional.empty();
        }
        Set<String> said = new HashSet<>();
        answer.tokens().forEach(token -> said.addAll(Words.of(token.norm())));
        boolean all = said.stream().anyMatch(language.words("every")::contains) && answer.size() < 4;
        return all ? Optional.of(candidates) : byNumber(candidates, answer).or(() -> byWords(candidates, said));
    }

    private Optional<List<Reference>> byNumber(List<Reference> candidates, Transcript answer) {
        Map<String, String> ordinals = language.lists().getOrDefault("ordinal", Map.of());
        Map<String, String> last = language.lists().getOrDefault("last", Map.of());
        if (answer.size() > 5) {
            return Optional.empty();
        }
        for (int i = 0; i < answer.size(); i++) {
            if (last.containsKey(answer.at(i).norm())) {
                return Optional.of(List.of(candidates.getLast()));
            }
            Optional<Numbers.Said> number = Numbers.at(answer, i, answer.size(), ordinals);
            boolean pronoun = answer.size() > 1
                    && language.words("one").contains(answer.at(i).norm());
            if (!pronoun
                    && number.isPresent()
                    && number.get().number() >= 1
                    && number.get().number() <= candidates.size()) {
                return Optional.of(List.of(candidates.get(number.get().number() - 1)));
            }
        }
        return Optional.empty();
    }

    private Optional<List<Reference>> byWords(List<Reference> candidates, Set<String> said) {
        int best = 0;
        List<Reference> fitting = new ArrayList<>();
        for (Reference candidate : candidates) {
            Set<String> known = new HashSet<>(Words.of(candidate.label() + " " + questions.description(candidate)));
            int common = (int) said.stream()
                    .filter(word -> !language.words("articles").contains(word))
                    .filter(word -> known.stream().anyMatch(other -> same(word, other)))
                    .count();
            if (common > best) {
                best = common;
                fitting.clear();
            }
            if (common == best && common > 0) {
                fitting.add(candidate);
            }
        }
        return fitting.size() == 1 ? Optional.of(fitting) : Optional.empty();
    }

    private boolean same(String said, String known) {
        Map<String, String> departments = language.lists().getOrDefault("department", Map.of());
        String canonical = departments.get(said);
        return said.equals(known)
                || (known.length() > 3 && said.equals(known + "s"))
                || (canonical != null && canonical.equals(departments.getOrDefault(known, known)));
    }
}
