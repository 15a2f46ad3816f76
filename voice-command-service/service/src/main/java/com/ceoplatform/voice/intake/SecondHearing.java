package com.ceoplatform.voice.intake;

import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.recognition.Hints;
import com.ceoplatform.voice.recognition.Listening;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Listens once more to words that make no sense: what else may have been said. */
@Component
class SecondHearing {

    private final Listening listening;
    private final Hints hints;

    SecondHearing(Listening listening, Hints hints) {
        this.listening = listening;
        this.hints = hints;
    }

    /** Likeliest first, and none that names somebody who was not heard at first: a person is asked for, not guessed. */
    List<String> of(byte[] sound, String first, Organisation organisation, SpeakerSession session, String locale) {
        return listening
                .alternatives(sound, hints.from(organisation, session.userId().toString(), locale))
                .stream()
                .filter(other -> !other.equals(first) && namesNobodyElse(other, first, organisation))
                .toList();
    }

    static boolean namesNobodyElse(String other, String first, Organisation organisation) {
        Set<String> added = new HashSet<>(Words.of(other));
        Words.of(first).forEach(added::remove);
        return organisation.people().stream()
                .map(Person::name)
                .noneMatch(name -> Words.of(name).stream().anyMatch(added::contains));
    }
}
