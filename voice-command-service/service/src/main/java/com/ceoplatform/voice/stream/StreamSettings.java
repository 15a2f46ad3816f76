package com.ceoplatform.voice.stream;

import com.ceoplatform.voice.intake.Completeness;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and times of speaking live. How long an utterance may be is the same as for uploads.
 *
 * @param endOfSpeech so much silence after speech is its end
 * @param endOfOrder the same after one whole order that ends with something known; half way between the two when it ends
 *     with words of the speaker's own
 * @param partialInterval the shortest time between two attempts at an unfinished sentence
 * @param noSpeech how long somebody who has started may stay silent
 * @param stalled how long the sound of an utterance may fail to come
 * @param idle how long a connection may say nothing at all
 * @param maxFrame bytes of sound in one frame; a larger one ends the connection
 * @param perUser connections of one person
 * @param connections of everybody; each can hold the sound of one utterance
 * @param sendTimeout how long a client may take for one frame
 * @param sendBuffer bytes of frames that may wait for a slow client
 */
@Validated
@ConfigurationProperties("platform.voice.stream")
record StreamSettings(
        @DefaultValue("700ms") Duration endOfSpeech,
        @DefaultValue("450ms") Duration endOfOrder,
        @DefaultValue("700ms") Duration partialInterval,
        @DefaultValue("15s") Duration noSpeech,
        @DefaultValue("10s") Duration stalled,
        @DefaultValue("5m") Duration idle,
        @DefaultValue("64KB") DataSize maxFrame,
        @DefaultValue("3") @Positive int perUser,
        @DefaultValue("100") @Positive int connections,
        @DefaultValue("5s") Duration sendTimeout,
        @DefaultValue("256KB") DataSize sendBuffer) {

    /** How much silence after such words is their end. */
    Duration endAfter(Completeness said) {
        return switch (said) {
            case WHOLE -> endOfOrder;
            case OPEN -> endOfOrder.plus(endOfSpeech).dividedBy(2);
            case PARTIAL -> endOfSpeech;
        };
    }
}
