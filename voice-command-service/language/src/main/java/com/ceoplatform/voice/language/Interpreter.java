package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Organisation;

/** Text to plan. Implementations never throw on any transcript and keep no state between calls. */
public interface Interpreter {

    Interpretation interpret(Utterance utterance, Organisation organisation, Dialogue dialogue);

    /** The same for words that may not be all that is going to be said: within milliseconds, asking nobody else. */
    default Interpretation glance(Utterance utterance, Organisation organisation, Dialogue dialogue) {
        return interpret(utterance, organisation, dialogue);
    }
}
