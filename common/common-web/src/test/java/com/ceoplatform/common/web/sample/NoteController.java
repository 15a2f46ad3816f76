package com.ceoplatform.common.web.sample;

import com.ceoplatform.common.json.Change;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notes")
class NoteController {

    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    enum Colour {
        DEEP_RED
    }

    record NewNote(
            @NotBlank @Size(max = 100) String title,
            Colour colour,
            UUID owner,
            @Nullable Integer pages,
            @Nullable Instant at) {}

    /** Everything that a document must tell apart. */
    record Shape(
            String name,
            @Nullable String note,
            Colour plain,
            @Nullable Colour maybe,
            @Nullable Inner inner,
            Change<String> edit) {}

    record Inner(int number) {}

    @PostMapping
    ResponseEntity<Notes.Note> create(@RequestBody @Valid NewNote note) {
        Notes.Note created = notes.create(note.title());
        return Etags.created("/api/v1/notes/" + created.id(), created, 0);
    }

    @PatchMapping("/{id}")
    ResponseEntity<String> change(@PathVariable UUID id, ExpectedVersion expected) {
        expected.check(7);
        return Etags.ok("changed", 8);
    }

    @GetMapping("/{id}")
    ResponseEntity<String> read(@PathVariable UUID id) {
        return Etags.ok("text", 7);
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Caller caller, @RequestParam(required = false) Colour colour) {
        return caller.id() + " " + colour;
    }

    @GetMapping("/since")
    String since(@RequestParam(required = false) Instant moment) {
        return String.valueOf(moment);
    }

    @PutMapping("/shape")
    void shape(@RequestBody Shape shape) {}

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("secret detail");
    }
}
