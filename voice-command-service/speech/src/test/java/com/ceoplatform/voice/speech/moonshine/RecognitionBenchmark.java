package com.ceoplatform.voice.speech.moonshine;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.audio.AudioDecoder;
import com.ceoplatform.voice.speech.audio.AudioLimits;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What hints are worth: hears the clips of {@code ./platform bench speech} in this process, without hints, with names, and
 * with names and titles. Arguments: the directory of the clips, {@code -v} to see every difference.
 */
final class RecognitionBenchmark {

    private static final Path COMMANDS = Path.of("src/bench/commands.jsonl");
    private static final double NOISE_DECIBELS = 15;
    private static final List<String> PEOPLE = List.of(
            "Sarah Chen",
            "Mike Torres",
            "Priya Raman",
            "Daniel Okafor",
            "Elena Petrova",
            "Robert Hayes",
            "Grace Mbeki",
            "Tom Becker",
            "Aisha Khan",
            "Lucas Silva",
            "Hannah Weiss",
            "Kenji Sato",
            "Nina Kowalski",
            "Olivia Grant",
            "Carlos Mendez",
            "Company News",
            "Leadership",
            "Marketing",
            "Engineering",
            "Website Relaunch");
    private static final List<String> TITLES = List.of(
            "Quarterly budget review",
            "Landing page design",
            "Landing page implementation",
            "Customer newsletter",
            "Database upgrade",
            "Sales forecast for next quarter",
            "Supplier contract renewal");

    private final MoonshineRecogniser recogniser;
    private final boolean verbose;

    private RecognitionBenchmark(MoonshineRecogniser recogniser, boolean verbose) {
        this.recogniser = recogniser;
        this.verbose = verbose;
    }

    private record Clip(String name, String said, Audio sound) {}

    public static void main(String[] arguments) throws IOException {
        SpeechModels models = new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
        List<Clip> clips = clips(Path.of(arguments[0]));
        Map<String, RecognitionHints> hints = new TreeMap<>();
        hints.put("1 no hints", RecognitionHints.ofNames(List.of()));
        hints.put("2 names", RecognitionHints.ofNames(PEOPLE));
        hints.put("3 names, titles", new RecognitionHints(PEOPLE, TITLES, Locale.ENGLISH));
        try (MoonshineRecogniser recogniser = MoonshineRecogniser.load(models, MoonshineSettings.defaults())) {
            recogniser.warmUp();
            RecognitionBenchmark benchmark = new RecognitionBenchmark(
                    recogniser, Arrays.asList(arguments).contains("-v"));
            hints.forEach((name, favoured) -> {
                benchmark.hear(name + ", clean", clips, favoured, false);
                benchmark.hear(name + ", noise", clips, favoured, true);
            });
        }
    }

    private static List<Clip> clips(Path directory) throws IOException {
        Map<String, String> said = new HashMap<>();
        for (String line : Files.readAllLines(COMMANDS)) {
            JsonNode command = JsonMapper.shared().readTree(line);
            said.put(command.path("id").asString(), command.path("say").asString());
        }
        AudioDecoder decoder = new AudioDecoder(AudioLimits.defaults());
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .map(file -> {
                        String name = file.getFileName().toString();
                        return new Clip(name, said.getOrDefault(name.substring(0, 2), ""), decoder.decode(read(file)));
                    })
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemOut")
    private void hear(String name, List<Clip> clips, RecognitionHints hints, boolean noisy) {
        double words = 0;
        double wrong = 0;
        int names = 0;
        int namesHeard = 0;
        long nanos = 0;
        double seconds = 0;
        for (Clip clip : clips) {
            Audio sound = noisy ? withNoise(clip) : clip.sound();
            long start = System.nanoTime();
            String heard = heard(sound, hints);
            nanos += System.nanoTime() - start;
            seconds += sound.duration().toMillis() / 1000.0;
            int length = clip.said().split(" ").length;
            double rate = WordErrors.rate(clip.said(), heard);
            words += length;
            wrong += rate * length;
            for (String person : PEOPLE) {
                String first = person.split(" ")[0];
                if (clip.said().contains(first)) {
                    names++;
                    namesHeard += heard.contains(first) ? 1 : 0;
                }
            }
            if (verbose && rate > 0) {
                System.out.printf("  %s %s%n    %s%n    %s%n", name, clip.name(), clip.said(), heard);
            }
        }
        System.out.printf(
                "%-24s word errors %5.1f %%, names heard %d of %d, %.0f ms for each second%n",
                name, 100 * wrong / words, namesHeard, names, nanos / 1e6 / seconds);
    }

    private String heard(Audio sound, RecognitionHints hints) {
        try {
            return recogniser.recognise(sound, hints).text();
        } catch (SpeechException nothing) {
            return "";
        }
    }

    private static Audio withNoise(Clip clip) {
        float[] samples = clip.sound().samples().clone();
        double power = 0;
        for (float sample : samples) {
            power += (double) sample * sample;
        }
        double level = Math.sqrt(power / samples.length) / Math.pow(10, NOISE_DECIBELS / 20);
        Random random = new Random(clip.name().hashCode());
        for (int index = 0; index < samples.length; index++) {
            samples[index] += (float) (level * random.nextGaussian());
        }
        return Audio.ofSamples(samples);
    }
}
