package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets synthetic voices speak, once for each data directory. */
final class Voices {

    private final Path script;
    private final Path directory;

    Voices(Path script, Path directory) {
        this.script = script;
        this.directory = directory;
    }

    /** One command in one voice. */
    record Clip(SpokenCommand command, String voice, Sound sound) {

        String name() {
            return command.id() + "-" + voice;
        }
    }

    /**
     * Each command by one of the voices in turn, or by all of them.
     *
     * @throws LaunchFailure when the programs that speak are not installed
     */
    List<Clip> speak(List<SpokenCommand> commands, List<String> voices, boolean all) throws InterruptedException {
        List<Clip> wanted = new ArrayList<>();
        for (int index = 0; index < commands.size(); index++) {
            List<String> speaking = all ? voices : List.of(voices.get(index % voices.size()));
            for (String voice : speaking) {
                wanted.add(new Clip(commands.get(index), voice, new Sound(new short[0])));
            }
        }
        synthesise(wanted);
        List<Clip> clips = new ArrayList<>();
        try {
            for (Clip clip : wanted) {
                clips.add(new Clip(clip.command(), clip.voice(), Sound.read(file(clip))));
            }
        } catch (IOException e) {
            throw new LaunchFailure("A spoken command cannot be read: " + e.getMessage(), e);
        }
        return clips;
    }

    /** The text is part of the name, so that a sentence that was changed is spoken again. */
    private Path file(Clip clip) {
        return directory.resolve(line(clip) + "-" + clip.voice() + ".wav");
    }

    private static String line(Clip clip) {
        return clip.command().id() + "-"
                + Integer.toHexString(clip.command().say().hashCode());
    }

    private void synthesise(List<Clip> clips) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("sh", script.toString(), directory.toString())
                    .redirectErrorStream(true)
                    .start();
            try (Writer lines = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
                for (Clip clip : clips) {
                    lines.write(line(clip) + "\t" + clip.voice() + "\t"
                            + clip.command().say() + "\n");
                }
            } catch (IOException closed) {
                // It says why itself.
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new LaunchFailure("The commands cannot be spoken: " + said);
            }
        } catch (IOException e) {
            throw new LaunchFailure("The commands cannot be spoken: " + e.getMessage(), e);
        }
    }
}
