package com.ceoplatform.voice.stream;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.intake.StreamedCommands;
import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.recognition.Listening;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.stream.Dictation.Task;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private volatile @Nullable Impression impression;
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

    /** Words of a stretch that may yet grow. */
    private record Impression(Stretch stretch, Future<String> words) {}

    @Override
    public void run() {
        try {
            Optional<StreamedCommands.Heard> heard = hear();
            if (heard.isPresent() && connection.isStillAllowed()) {
                carryOut(heard.get());
            }
        } catch (TooBusyException busy) {
            end(ServerFrame.Error.of(busy));
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
        forget();
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
                    judge(joined(words, ""), stretch);
                }
                case Task.Hesitant(Audio sound, Stretch stretch) -> {
                    forget();
                    listening
                            .anticipate(sound, stretch.alone(), announced.hints())
                            .ifPresent(begun -> expect(new Impression(stretch, begun), words));
                }
                case Task.Unfinished(Audio sound, Stretch stretch) -> {
                    if (!isForming()) {
                        listening
                                .glance(sound, stretch.alone(), announced.hints())
                                .ifPresent(begun -> expect(new Impression(stretch, begun), words));
                    }
                }
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

    private void judge(String transcript, Stretch last) {
        if (dictation.isSpeaking()) {
            dictation.judged(last, commands.completeness(connection.voice(), announced, transcript));
        }
    }

    private boolean isForming() {
        Impression last = impression;
        return last != null && !last.words().isDone();
    }

    private void forget() {
        Impression last = impression;
        impression = null;
        if (last != null) {
            last.words().cancel(true);
        }
    }

    /** Tells the impression as soon as it is there, when it still counts then. */
    private void expect(Impression next, List<String> before) {
        impression = next;
        if (!dictation.wantsPartials()) {
            return;
        }
        List<String> words = List.copyOf(before);
        Thread.startVirtualThread(() -> {
            try {
                String last = next.words().get();
                if (next.equals(impression)) {
                    tell(joined(words, last));
                }
            } catch (ExecutionException | CancellationException none) {
                LOG.debug("No first impression of what user {} says", connection.userId(), none);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What was made out when the speaker hesitated still counts when it turns out to have been the end. */
    private String words(Audio sound, Stretch stretch) throws InterruptedException {
        Impression last = impression;
        if (last != null && last.stretch().equals(stretch)) {
            try {
                return listening.words(last.words());
            } catch (CancellationException gaveWay) {
                LOG.debug("A first impression gave way to others");
            }
        }
        forget();
        return needed(sound, stretch);
    }

    /** While the speaker goes on there is time to wait for a free recogniser, afterwards there is none. */
    private String needed(Audio sound, Stretch stretch) throws InterruptedException {
        while (true) {
            try {
                return listening.listen(sound, stretch.alone(), announced.hints());
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

    private synchronized void tell(String soFar) {
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
