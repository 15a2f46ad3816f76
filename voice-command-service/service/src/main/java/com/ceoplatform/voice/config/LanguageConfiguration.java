package com.ceoplatform.voice.config;

import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpreter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How transcripts are understood. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Interpreter interpreter() {
        return GrammarInterpreter.load();
    }
}
