package com.ceoplatform.voice.model;

import com.ceoplatform.voice.language.WordedAction;
import com.ceoplatform.voice.model.ModelFailure.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model answered: exactly what the schema says, or nothing. A service may promise to keep to the schema; it is checked
 * all the same.
 */
record Answer(boolean understood, List<WordedAction> actions) {

    private static final int MOST_ACTIONS = 40;
    private static final int MOST_NAMES = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_MEETING = 24 * 60;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    Answer {
        actions = List.copyOf(actions);
    }

    /** @throws ModelFailure UNUSABLE */
    static Answer from(byte[] completion) {
        try {
            return checked(STRICT.readValue(content(STRICT.readTree(completion)), Answer.class));
        } catch (JacksonException wrong) {
            throw unusable("not of the schema: " + wrong.getOriginalMessage());
        }
    }

    private static String content(JsonNode completion) {
        JsonNode choice = completion.path("choices").path(0);
        String finish = choice.path("finish_reason").asString("");
        JsonNode message = choice.path("message");
        if (!finish.equals("stop")) {
            throw unusable("ended for " + (finish.isEmpty() ? "no reason" : finish));
        }
        if (message.path("refusal").isString() || !message.path("content").isString()) {
            throw unusable("no content");
        }
        return message.path("content").stringValue();
    }

    private static Answer checked(@Nullable Answer answer) {
        if (answer == null) {
            throw unusable("nothing");
        }
        if (answer.actions.size() > MOST_ACTIONS || !answer.actions.stream().allMatch(Answer::sane)) {
            throw unusable("out of all proportion");
        }
        if (!answer.understood && !answer.actions.isEmpty()) {
            throw unusable("actions of a sentence that was not understood");
        }
        return answer;
    }

    private static boolean sane(WordedAction action) {
        List<String> names = Stream.of(action.people(), action.addPeople(), action.tasks(), action.blockedBy())
                .flatMap(List::stream)
                .toList();
        Integer minutes = action.durationMinutes();
        return names.size() <= MOST_NAMES
                && names.stream().allMatch(name -> within(name, LONGEST_NAME))
                && within(action.name(), LONGEST_NAME)
                && within(action.channel(), LONGEST_NAME)
                && within(action.when(), LONGEST_NAME)
                && within(action.text(), LONGEST_TEXT)
                && (minutes == null || (minutes > 0 && minutes <= LONGEST_MEETING));
    }

    private static boolean within(@Nullable String text, int most) {
        return text == null || (text.length() <= most && text.indexOf('\0') < 0);
    }

    private static ModelFailure unusable(String why) {
        return new ModelFailure(Kind.UNUSABLE, "The model's answer is " + why);
    }
}
