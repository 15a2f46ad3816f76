package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.bench.speech.Voices.Clip;
import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.client.AudioUpload;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How well commands are heard: uploads them, executes nothing, and compares with what the exact text means. */
final class Accuracy {

    private static final int PROGRESS_EVERY = 24;
    private static final String COMMANDS = "/voice/commands";
    private static final Map<String, Object> REQUEST = Map.of("dryRun", true);
    private static final Map<String, String> HEADERS = Map.of("Prefer", "wait=10");

    private final ApiClient speaker;
    private final Consumer<String> progress;
    private final Map<String, JsonNode> meanings = new HashMap<>();

    Accuracy(ApiClient speaker, Consumer<String> progress) {
        this.speaker = speaker;
        this.progress = progress;
    }

    /**
     * The figures of one condition.
     *
     * @param words said, of which so many were heard wrongly
     * @param exact so many clips became the very plan of their text
     * @param recognition milliseconds for each second of sound
     */
    record Condition(
            String name,
            int clips,
            int words,
            int wrongWords,
            int exact,
            int refused,
            Figures.Percentiles recognition,
            List<Misheard> misheard) {

        double wordErrorRate() {
            return words == 0 ? 0 : (double) wrongWords / words;
        }

        double exactRate() {
            return clips == 0 ? 0 : (double) exact / clips;
        }
    }

    /** A clip that was heard wrongly, or rightly and made another plan. */
    record Misheard(String clip, String said, String heard, int wrongWords, boolean exact) {}

    /** A way to change the sound before it is heard. */
    interface Room {

        Sound in(Clip clip);
    }

    /** Sentences that the platform does not understand as the benchmark means them, even in writing. */
    List<String> misunderstood(List<SpokenCommand> commands) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (SpokenCommand command : commands) {
            JsonNode meaning = meaning(command);
            if (!PlanComparison.types(meaning).equals(command.plan())) {
                wrong.add("%s: %s %s %s"
                        .formatted(
                                command.id(),
                                command.say(),
                                meaning.path("status").asString(""),
                                PlanComparison.types(meaning)));
            }
        }
        return wrong;
    }

    Condition hear(String name, List<Clip> clips, Room room) throws InterruptedException {
        Tally tally = new Tally();
        for (Clip clip : clips) {
            Sound sound = room.in(clip);
            JsonNode command = upload(clip, sound);
            tally.add(clip, sound, command, PlanComparison.same(meaning(clip.command()), command));
            if (tally.clips % PROGRESS_EVERY == 0 || tally.clips == clips.size()) {
                progress.accept("%s: %d of %d clips heard".formatted(name, tally.clips, clips.size()));
            }
        }
        return tally.condition(name);
    }

    /** What has been heard so far. */
    private static final class Tally {

        private final List<Misheard> misheard = new ArrayList<>();
        private final Figures recognition = new Figures();
        private int clips;
        private int words;
        private int wrong;
        private int exact;
        private int refused;

        void add(Clip clip, Sound sound, JsonNode command, boolean same) {
            String heard = command.path("transcript").asString("");
            List<String> said = Words.of(clip.command().say());
            int errors = Words.errors(said, Words.of(heard));
            clips++;
            words += said.size();
            wrong += errors;
            exact += same ? 1 : 0;
            JsonNode took = command.path("timings").path("recognitionMs");
            if (took.isNumber()) {
                recognition.add(took.doubleValue() / sound.seconds());
            } else {
                refused++;
            }
            if (errors > 0 || !same) {
                misheard.add(new Misheard(clip.name(), clip.command().say(), heard, errors, same));
            }
        }

        Condition condition(String name) {
            return new Condition(
                    name, clips, words, wrong, exact, refused, recognition.percentiles(), List.copyOf(misheard));
        }
    }

    private JsonNode meaning(SpokenCommand command) throws InterruptedException {
        JsonNode known = meanings.get(command.id());
        if (known == null) {
            known = speaker.post(COMMANDS, Map.of("transcript", command.say(), "dryRun", true), HEADERS);
            meanings.put(command.id(), known);
        }
        return known;
    }

    /** A refusal has no transcript, and so counts as nothing heard. */
    private JsonNode upload(Clip clip, Sound sound) throws InterruptedException {
        AudioUpload upload = AudioUpload.of(clip.name() + ".wav", BodyPublishers.ofByteArray(sound.wav()), REQUEST);
        try {
            return speaker.post(COMMANDS, upload.body(), upload.contentType(), HEADERS);
        } catch (ApiException refused) {
            progress.accept(clip.name() + ": " + refused.getMessage());
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
