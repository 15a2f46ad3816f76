package com.ceoplatform.task.meeting;

import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes to a meeting, over REST. */
@RestController
@RequestMapping("/api/v1/meetings/{id}")
@Tag(name = "Meetings")
class AttendanceController {

    private final MeetingService service;

    AttendanceController(MeetingService service) {
        this.service = service;
    }

    @PutMapping("/response")
    @Operation(
            summary = "Say whether you come",
            description = "For those who are invited. Emits meeting.responded. 403: forbidden. 404: meeting_not_found."
                    + " 409: meeting_cancelled.")
    ResponseEntity<MeetingResponse> answer(
            @PathVariable UUID id,
            @Valid @RequestBody AnswerRequest request,
            @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        MeetingResponse meeting = service.answer(id, request.response(), caller);
        return Etags.ok(meeting, meeting.version());
    }

    @GetMapping("/invitations")
    @Operation(
            summary = "The mails to those who are invited, and how they fare",
            description = "For the organiser. 403: forbidden. 404: meeting_not_found.")
    CursorPage<InvitationResponse> invitations(
            @PathVariable UUID id, @AuthenticationPrincipal @Parameter(hidden = true) Caller caller) {
        return new CursorPage<>(service.invitations(id, caller), null);
    }
}
