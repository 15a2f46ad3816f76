package com.ceoplatform.voice.model;

import com.ceoplatform.voice.config.ModelSettings;
import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpreter;
import com.ceoplatform.voice.language.WordedReading;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How transcripts are understood: by the grammar, and where one is configured, with a model's help. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ModelConfiguration.class);

    @Bean
    Interpreter interpreter(ModelSettings settings, MeterRegistry meters, Clock clock) {
        Interpreter grammar = GrammarInterpreter.load();
        if (!settings.enabled()) {
            return grammar;
        }
        LOG.info("What the grammar does not understand is sent to {}", settings.completions());
        return new AssistedInterpreter(grammar, WordedReading.load(), settings, meters, clock);
    }
}
