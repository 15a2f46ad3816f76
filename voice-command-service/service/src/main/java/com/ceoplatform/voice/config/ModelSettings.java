package com.ceoplatform.voice.config;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A language model that reads what the grammar does not understand: any service with OpenAI's chat completions and
 * structured outputs. Only the sentence is sent to it, nothing of the organisation.
 *
 * @param baseUrl such as {@code http://localhost:11434}; without one there is no model
 * @param name of the model
 * @param timeout for a whole answer; after that the grammar's answer counts
 * @param parallel questions at a time; more are not asked
 */
@Validated
@ConfigurationProperties("platform.voice.model")
public record ModelSettings(
        @Nullable URI baseUrl,
        @DefaultValue("gpt-4o-mini") String name,
        @Nullable String apiKey,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("4") @Min(1) int parallel) {

    public boolean enabled() {
        return baseUrl != null && !baseUrl.toString().isBlank();
    }

    /** @throws IllegalStateException when there is no model */
    public URI completions() {
        if (baseUrl == null) {
            throw new IllegalStateException("no model is configured");
        }
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v1/chat/completions");
    }
}
