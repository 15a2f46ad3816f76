package com.ceoplatform.message.reaction;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.message.message.MessageAccess;
import com.ceoplatform.message.message.MessageResponse;
import com.ceoplatform.message.message.SeenMessage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of reactions, for members, and acknowledgements, for whom a message reaches. */
@RestController
@RequestMapping("/api/v1/messages/{id}")
@Tag(name = "Reactions")
class ReactionController {

    private static final int LONGEST_EMOJI = 32;

    private final MessageAccess access;
    private final ReactionService reactions;
    private final Acknowledgements acknowledgements;

    ReactionController(MessageAccess access, ReactionService reactions, Acknowledgements acknowledgements) {
        this.access = requireNonNull(access, "access is null");
        this.reactions = requireNonNull(reactions, "reactions is null");
        this.acknowledgements = requireNonNull(acknowledgements, "acknowledgements is null");
    }

    @PutMapping("/reactions/{emoji}")
    @Operation(
            summary = "React to a message",
            description =
                    "With an emoji or its short code. Repeating it changes nothing. Emits message.reaction_added.")
    ResponseEntity<MessageResponse> react(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String emoji) {
        requireEmoji(emoji);
        access.see(caller, id).conversation().requireMember();
        return etagged(reactions.react(id, caller.id(), emoji));
    }

    @DeleteMapping("/reactions/{emoji}")
    @Operation(
            summary = "Take a reaction back",
            description = "Repeating it changes nothing. Emits message.reaction_removed.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable String emoji) {
        requireEmoji(emoji);
        access.see(caller, id).conversation().requireMember();
        reactions.takeBack(id, caller.id(), emoji);
    }

    @PostMapping("/acknowledge")
    @Operation(
            summary = "Say that you have read and understood",
            description =
                    "For members, of an announcement channel for everybody who may read it. Repeating it changes nothing."
                            + " Emits message.acknowledged.")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    ResponseEntity<MessageResponse> acknowledge(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        access.see(caller, id).conversation().requireAudience();
        return etagged(reactions.acknowledge(id, caller.id()));
    }

    @GetMapping("/acknowledgements")
    @Operation(
            summary = "Who has acknowledged a message and who has not",
            description = "acknowledged shows only the ones or the others.")
    AcknowledgementsResponse acknowledgements(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = PageLimit.of(limit);
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 1);
        SeenMessage seen = access.see(caller, id);
        seen.conversation().requireParticipant();
        return acknowledgements.of(seen.message(), acknowledged, after, size);
    }

    /** A family of four with skin tones is 11 code points long; short codes are welcome too. */
    private static void requireEmoji(String emoji) {
        boolean valid = !emoji.isBlank()
                && emoji.codePointCount(0, emoji.length()) <= LONGEST_EMOJI
                && emoji.codePoints().noneMatch(Character::isISOControl);
        if (!valid) {
            throw DomainException.invalidParameter("emoji", "must have 1 to " + LONGEST_EMOJI + " characters");
        }
    }

    private static ResponseEntity<MessageResponse> etagged(MessageResponse message) {
        return Etags.ok(message, message.version());
    }
}
