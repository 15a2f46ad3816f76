package com.ceoplatform.voice.stream;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.intake.StreamedCommands;
import com.ceoplatform.voice.recognition.Listening;
import com.ceoplatform.voice.recognition.TooBusyException;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.stream.Dictation.Task;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads one utterance from its sound to what came of it, telling the speaker on the way. */
final class Hearing implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final long TRY_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private final Connection connection;
    private final Dictation dictation;
    private final StreamedCommands.Announced announced;
    private final Listening listening;
    private final StreamedCommands commands;
    private String told = "";

    Hearing(
            Connection connection,
            Dictation dictation,
            StreamedCommands.Announced announced,
            Listening listening,
            StreamedCommands commands) {
        this.connection = connection;
        this.dictation = dictation;
        this.announced = announced;
        this.listening = listening;
        this.commands = commands;
    }

    @Override
    public void run() {
        try {
            Optional<StreamedCommands.Heard> heard = hear();
            if (heard.isPresent() && connection.isStillAllowed()) {
                carryOut(heard.get());
            }
        } catch (TooBusyException busy) {
            end(new ServerFrame.Error("speech_busy", busy.getMessage() + ".", TooBusyException.RETRY_AFTER_SECONDS));
        } catch (DomainException refused) {
            end(new ServerFrame.Error(refused.code(), refused.detail()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("An utterance of user {} could not be worked on", connection.userId(), broken);
            end(new ServerFrame.Error("internal_error", "Something went wrong on our side."));
        } finally {
            release();
        }
    }

    /** A client that has read the last frame may start again at once. */
    private void end(ServerFrame last) {
        release();
        connection.send(last);
    }

    private void release() {
        dictation.drop();
        connection.finished(dictation);
    }

    /** Empty when it was dropped. */
    private Optional<StreamedCommands.Heard> hear() throws InterruptedException {
        List<String> words = new ArrayList<>();
        while (true) {
            switch (dictation.next()) {
                case Task.Finished(Audio sound, Stretch stretch) -> {
                    words.add(words(sound, stretch));
                    tell(joined(words, ""));
                }
                case Task.Unfinished(Audio sound, Stretch stretch) ->
                    listening
                            .listenIfIdle(sound, stretch, announced.hints())
                            .ifPresent(beginning -> tell(joined(words, beginning)));
                case Task.Over(ByteBuffer sound, long ended) -> {
                    return Optional.of(heard(words, sound, ended));
                }
                case Task.Failed(SpeechFailure why) -> throw listening.problem(why);
                case Task.Dropped() -> {
                    return Optional.empty();
                }
            }
        }
    }

    /** While the speaker goes on there is time to wait for a free recogniser, afterwards there is none. */
    private String words(Audio sound, Stretch stretch) throws InterruptedException {
        while (true) {
            try {
                return listening.listen(sound, stretch, announced.hints());
            } catch (TooBusyException busy) {
                if (!dictation.isSpeaking()) {
                    throw busy;
                }
                dictation.await(TRY_AGAIN_NANOS);
            }
        }
    }

    private StreamedCommands.Heard heard(List<String> words, ByteBuffer sound, long ended) {
        if (words.isEmpty()) {
            throw listening.problem(SpeechFailure.NO_SPEECH);
        }
        String transcript = joined(words, "");
        if (transcript.isEmpty()) {
            throw listening.problem(SpeechFailure.NOT_RECOGNISED);
        }
        connection.send(new ServerFrame.Final(transcript));
        return new StreamedCommands.Heard(announced, transcript, sound, ended, System.nanoTime());
    }

    private void carryOut(StreamedCommands.Heard heard) {
        CommandResponse command = commands.carryOut(connection.voice(), heard);
        end(new ServerFrame.Command(command));
        if (!command.status().settled()) {
            connection.send(new ServerFrame.Command(commands.settled(connection.voice(), command.id())));
        }
    }

    private void tell(String soFar) {
        if (!soFar.isEmpty() && !soFar.equals(told)) {
            told = soFar;
            connection.partial(dictation, soFar);
        }
    }

    private static String joined(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
