package com.ceoplatform.deploy.say;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.client.RealtimeConnection;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speaks one command to a running platform. */
@Command(
        name = "say",
        mixinStandardHelpOptions = true,
        description = "Gives one command as the CEO and shows the plan, each action, the reply, the timings and what"
                + " a second person receives meanwhile.")
public final class SayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", description = "The command as text.")
    private @Nullable String text;

    @Option(
            names = "--audio",
            paramLabel = "FILE",
            description = "The command as a recording (WAV, WebM, Ogg, MP3, M4A).")
    private @Nullable Path audio;

    @Option(names = "--dry-run", description = "Only plan it.")
    private boolean dryRun;

    @Option(
            names = "--conversation",
            paramLabel = "ID",
            description = "Go on with a conversation, to answer a question or to say 'it' and 'her'.")
    private @Nullable String conversation;

    @Option(
            names = "--as",
            paramLabel = "EMAIL",
            defaultValue = ServiceEnvironment.CEO_EMAIL,
            description = "Who speaks. Default: ${DEFAULT-VALUE}.")
    private String speaker = ServiceEnvironment.CEO_EMAIL;

    @Option(
            names = "--watch",
            paramLabel = "EMAIL",
            defaultValue = "sarah.chen@example.com",
            description = "Whose events are shown beside. Default: ${DEFAULT-VALUE}.")
    private String watcher = "";

    @Override
    public Integer call() throws InterruptedException {
        Utterance utterance = utterance();
        URI gateway = URI.create(data.running().address());
        String password = PlatformOptions.passwordFromEnvironment();
        ApiClient user = ApiClient.login(gateway, speaker, password);
        Transcript transcript = new Transcript(spec.commandLine().getOut());
        ApiClient second = watcher(gateway, password, transcript);
        try (RealtimeConnection own = RealtimeConnection.open(user, transcript::ownFrame);
                Watching other = Watching.open(second, transcript)) {
            return new Conversation(user, transcript).speak(utterance);
        }
    }

    private Utterance utterance() {
        if ((text == null) == (audio == null)) {
            throw new LaunchFailure("Give either the command as text or a recording with --audio.");
        }
        if (audio != null && !Files.isReadable(audio)) {
            throw new LaunchFailure("The recording " + audio + " cannot be read.");
        }
        return new Utterance(text, audio, conversation, dryRun);
    }

    /** Null when there is no such account, as on a platform without the demo organisation. */
    private @Nullable ApiClient watcher(URI gateway, String password, Transcript transcript)
            throws InterruptedException {
        try {
            return ApiClient.login(gateway, watcher, password);
        } catch (ApiException e) {
            transcript.note("Nobody watches: " + e.getMessage());
            return null;
        }
    }
}
