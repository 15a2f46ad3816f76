package com.ceoplatform.voice.intake;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.security.CallerAuthentication;
import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.history.Forgetting;
import com.ceoplatform.voice.history.Forgetting.Forgotten;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Commands over REST. */
@RestController
@RequestMapping("/api/v1/voice/commands")
@Tag(name = "Voice", description = "Spoken and written commands; each speaker sees only their own")
class CommandController {

    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String SETTLED = "The command, which reached an end or needs the speaker";
    private static final String EXECUTING = "The command, which is still being executed; Location tells where to look";

    private final CommandIntake intake;
    private final CommandHistory history;
    private final Watch watch;
    private final SpokenAudio audio;
    private final Forgetting forgetting;

    CommandController(
            CommandIntake intake, CommandHistory history, Watch watch, SpokenAudio audio, Forgetting forgetting) {
        this.intake = intake;
        this.history = history;
        this.watch = watch;
        this.audio = audio;
        this.forgetting = forgetting;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Give a command as text",
            description = "200 when it reached an end or needs the speaker within Prefer: wait=N (10 by default and at"
                    + " most), else 202 with Location. Accepts Idempotency-Key."
                    + " Refusals: 404 conversation_not_found; 409 conversation_busy; 422 "
                    + "validation_failed; 429 commands_busy, with Retry-After.")
    @ApiResponse(responseCode = "200", description = SETTLED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = EXECUTING, useReturnTypeSchema = true)
    ResponseEntity<CommandResponse> speak(
            @Valid @RequestBody VoiceCommandRequest request,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Parameter(hidden = true) CallerAuthentication caller) {
        SpeakerSession session = SpeakerSession.of(caller);
        String transcript = request.transcript();
        if (transcript == null || transcript.isBlank()) {
            throw DomainException.invalid("transcript", "must not be blank");
        }
        NewCommand said = new NewCommand(request.said(), null, transcript, null);
        return answer(intake.speak(session, said), session, prefer);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Give a command as audio",
            description = "Parts: audio (WAV, WebM or Ogg Opus, MP3, M4A) and request (the JSON without transcript)."
                    + " Refusals: 413 payload_too_large; 422 no_speech, speech_not_recognised, "
                    + "audio_too_long, unsupported_audio, corrupt_audio; 429 speech_busy and commands_busy, "
                    + "with Retry-After; 503 speech_unavailable, with the reason.")
    @ApiResponse(responseCode = "200", description = SETTLED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = EXECUTING, useReturnTypeSchema = true)
    ResponseEntity<CommandResponse> speakAudio(
            @RequestPart("audio") MultipartFile sound,
            @RequestPart(name = "request", required = false) @Nullable String request,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Parameter(hidden = true) CallerAuthentication caller)
            throws IOException {
        SpeakerSession session = SpeakerSession.of(caller);
        byte[] bytes = sound.getBytes();
        NewCommand said = audio.hear(bytes, request, session);
        return answer(intake.speak(session, said, bytes), session, prefer);
    }

    @GetMapping
    @Operation(summary = "Your own commands, newest first")
    CursorPage<CommandResponse> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return history.list(caller.id(), cursor, PageLimit.of(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of your own commands", description = "Refusals: 404 command_not_found.")
    ResponseEntity<CommandResponse> get(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        CommandResponse command = history.get(id, caller.id());
        return Etags.ok(command, command.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Forget what you said, words and audio",
            description = "What came of it stays." + " Refusals: 409 command_executing.")
    void delete(@PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        forgetting.forget(id, caller.id());
    }

    @DeleteMapping
    @Operation(
            summary = "Forget everything that you ever said",
            description =
                    "What came of it stays. Commands that are just being executed are left; the answer counts them.")
    Forgotten deleteAll(@AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return forgetting.forgetAll(caller.id());
    }

    @PostMapping("/{id}/confirm")
    @Operation(
            summary = "Say yes to what was read back",
            description = "Once, and within two minutes."
                    + " Refusals: 409 not_awaiting_confirmation; 410 confirmation_expired; "
                    + "429 commands_busy, with Retry-After.")
    @ApiResponse(
            responseCode = "410",
            description = "confirmation_expired",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "200", description = SETTLED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = EXECUTING, useReturnTypeSchema = true)
    ResponseEntity<CommandResponse> confirm(
            @PathVariable UUID id,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Parameter(hidden = true) CallerAuthentication caller) {
        SpeakerSession session = SpeakerSession.of(caller);
        return answer(intake.confirm(id, session), session, prefer);
    }

    @PostMapping("/{id}/answer")
    @Operation(
            summary = "Answer its question",
            description = "An answer that does not fit leaves the question open."
                    + " Refusals: 409 not_awaiting_clarification; 429 commands_busy, with Retry-After.")
    @ApiResponse(responseCode = "200", description = SETTLED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = EXECUTING, useReturnTypeSchema = true)
    ResponseEntity<CommandResponse> answer(
            @PathVariable UUID id,
            @Valid @RequestBody AnswerRequest request,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Parameter(hidden = true) CallerAuthentication caller) {
        SpeakerSession session = SpeakerSession.of(caller);
        return answer(intake.answer(id, request.answer(), session), session, prefer);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Drop a command that waits for you", description = "Refusals: 409 not_cancellable.")
    @ApiResponse(responseCode = "200", description = SETTLED, useReturnTypeSchema = true)
    ResponseEntity<CommandResponse> cancel(
            @PathVariable UUID id, @Parameter(hidden = true) CallerAuthentication caller) {
        SpeakerSession session = SpeakerSession.of(caller);
        return answer(intake.cancel(id, session), session, null);
    }

    @PostMapping("/{id}/undo")
    @Operation(
            summary = "Undo a command",
            description = "Within ten minutes. Reverts what nobody changed since and names the rest."
                    + " Refusals: 409 not_undoable; 410 undo_expired; "
                    + "429 commands_busy, with Retry-After.")
    @ApiResponse(
            responseCode = "410",
            description = "undo_expired",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "200", description = SETTLED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = EXECUTING, useReturnTypeSchema = true)
    ResponseEntity<CommandResponse> undo(
            @PathVariable UUID id,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Parameter(hidden = true) CallerAuthentication caller) {
        SpeakerSession session = SpeakerSession.of(caller);
        return answer(intake.undo(id, session), session, prefer);
    }

    private ResponseEntity<CommandResponse> answer(UUID id, SpeakerSession session, @Nullable String prefer) {
        watch.await(id, session.receivedNanos(), WaitPreference.of(prefer));
        CommandResponse command = history.get(id, session.userId());
        return command.status().settled()
                ? Etags.ok(command, command.version())
                : ResponseEntity.accepted()
                        .location(URI.create("/api/v1/voice/commands/" + id))
                        .body(command);
    }
}
