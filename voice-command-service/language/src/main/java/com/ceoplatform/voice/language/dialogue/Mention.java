package com.ceoplatform.voice.language.dialogue;

import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;

/** Things named together; one of them is "it" or "her", several are "them". */
public record Mention(List<Reference> references) {

    public Mention {
        references = List.copyOf(references);
    }
}
