package com.ceoplatform.common.web.deadletter;

import com.ceoplatform.common.events.deadletter.DeadLetter;
import com.ceoplatform.common.events.deadletter.DeadLetters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists what this service could not handle and hands it over again; for the CEO's account, and not through the gateway. */
@RestController
@RequestMapping("/admin/dead-letters")
@Tag(name = "Operations")
class DeadLetterController {

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    record DeadLetterList(List<DeadLetter> items) {}

    @GetMapping
    @Operation(summary = "Events that this service's consumer groups gave up on, at most 500")
    DeadLetterList list() {
        return new DeadLetterList(letters.list());
    }

    @PostMapping("/{group}/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Hand a dead letter to its consumer group again; harmless when it was handled meanwhile")
    void redrive(@PathVariable String group, @PathVariable String id) {
        letters.redrive(group, id);
    }
}
