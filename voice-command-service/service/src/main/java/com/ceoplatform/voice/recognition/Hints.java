package com.ceoplatform.voice.recognition;

import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.speech.RecognitionHints;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The names a speaker is likely to say: people, then channels, of those they may see. */
@Component
public class Hints {

    private final SpeechSettings settings;

    Hints(SpeechSettings settings) {
        this.settings = settings;
    }

    public RecognitionHints from(Organisation organisation, String locale) {
        Set<String> names = new LinkedHashSet<>();
        organisation.people().forEach(person -> {
            names.add(person.name());
            names.add(person.name().substring(person.name().lastIndexOf(' ') + 1));
        });
        organisation.channels().stream()
                .filter(channel -> !channel.archived())
                .map(Channel::name)
                .forEach(names::add);
        names.removeIf(String::isBlank);
        List<String> most = names.stream().limit(settings.names()).toList();
        return new RecognitionHints(most, Locale.forLanguageTag(locale));
    }
}
