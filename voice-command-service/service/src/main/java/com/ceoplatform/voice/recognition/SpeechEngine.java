package com.ceoplatform.voice.recognition;

import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.SpeechRecogniser;
import com.ceoplatform.voice.speech.activity.VoiceActivityDetector;
import com.ceoplatform.voice.speech.model.SpeechModels;
import com.ceoplatform.voice.speech.moonshine.MoonshineRecogniser;
import com.ceoplatform.voice.speech.moonshine.MoonshineSettings;
import com.ceoplatform.voice.speech.remote.RemoteRecogniserSettings;
import com.ceoplatform.voice.speech.remote.RemoteSpeechRecogniser;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The recogniser that is configured, loaded in the background: without it the service starts and takes text. */
@Component
class SpeechEngine implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SpeechEngine.class);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final SpeechSettings settings;
    private volatile CompletableFuture<Loaded> loading = new CompletableFuture<>();
    private volatile String reason = "the recogniser is still loading.";
    private volatile boolean started;

    SpeechEngine(SpeechSettings settings) {
        this.settings = settings;
    }

    /** @param detector null when its model is missing, which a remote recogniser can do without */
    private record Loaded(
            SpeechRecogniser recogniser, @Nullable VoiceActivityDetector detector) {

        void close() {
            recogniser.close();
            if (detector != null) {
                detector.close();
            }
        }
    }

    /**
     * The recogniser; waits a while for one that is just loading.
     *
     * @throws SpeechException ENGINE_UNAVAILABLE
     */
    SpeechRecogniser recogniser() {
        return loaded().recogniser();
    }

    /**
     * What finds the end of live speech.
     *
     * @throws SpeechException ENGINE_UNAVAILABLE
     */
    VoiceActivityDetector detector() {
        VoiceActivityDetector detector = loaded().detector();
        if (detector == null) {
            throw new SpeechException(
                    SpeechFailure.ENGINE_UNAVAILABLE, "The model that finds the end of speech is not installed");
        }
        return detector;
    }

    private Loaded loaded() {
        try {
            return loading.get(MAX_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException notThere) {
            throw new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, reason, notThere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, "Interrupted", interrupted);
        }
    }

    boolean isReady() {
        return loading.isDone() && !loading.isCompletedExceptionally();
    }

    /** Why there is no recogniser, as one sentence. */
    String reason() {
        return reason;
    }

    SpeechSettings.Recogniser kind() {
        return settings.recogniser();
    }

    @Override
    public void start() {
        started = true;
        loading = new CompletableFuture<>();
        Thread.ofPlatform().name("speech-loading").daemon().start(this::load);
    }

    private void load() {
        try {
            long begun = System.nanoTime();
            Loaded loaded = create();
            loaded.recogniser().warmUp();
            LOG.info(
                    "The recogniser {} is ready after {} ms",
                    settings.recogniser(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
            reason = "the recogniser does not answer.";
            loading.complete(loaded);
        } catch (SpeechException | LinkageError unavailable) {
            reason = sentence(unavailable.getMessage());
            LOG.warn("Speech cannot be recognised, text commands work: {}", reason);
            loading.completeExceptionally(unavailable);
        } catch (RuntimeException broken) {
            reason = "the recogniser failed to load.";
            LOG.error("Speech cannot be recognised, text commands work", broken);
            loading.completeExceptionally(broken);
        }
    }

    private Loaded create() {
        return switch (settings.recogniser()) {
            case MOONSHINE -> {
                SpeechModels models = SpeechModels.locate(settings.modelDirectory());
                yield new Loaded(
                        MoonshineRecogniser.load(models, new MoonshineSettings(settings.parallel(), MAX_WAIT)),
                        new VoiceActivityDetector(models.voiceActivity()));
            }
            case REMOTE -> {
                SpeechSettings.Remote remote = settings.remote();
                RemoteRecogniserSettings asking = new RemoteRecogniserSettings(
                        remote.baseUrl(),
                        remote.model(),
                        remote.apiKey(),
                        remote.timeout(),
                        settings.parallel(),
                        MAX_WAIT);
                yield new Loaded(
                        new RemoteSpeechRecogniser(asking),
                        SpeechModels.locateVoiceActivity(settings.modelDirectory())
                                .map(VoiceActivityDetector::new)
                                .orElse(null));
            }
            case NONE -> throw new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, "no recogniser is configured");
        };
    }

    private static String sentence(@Nullable String message) {
        String text = message == null ? "unknown reason" : message;
        return text.endsWith(".") ? text : text + ".";
    }

    @Override
    public void stop() {
        started = false;
        if (isReady()) {
            loading.join().close();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
