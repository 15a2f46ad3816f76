package com.ceoplatform.channel.upload;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.file.CreateFileRequest;
import com.ceoplatform.channel.file.FileResponse;
import com.ceoplatform.channel.file.FileService;
import com.ceoplatform.channel.file.Tasks;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST of uploads. */
@RestController
@RequestMapping("/api/v1/files")
@Tag(name = "Files")
class UploadController {

    private final FileService files;
    private final Uploads uploads;
    private final Tasks tasks;

    UploadController(FileService files, Uploads uploads, Tasks tasks) {
        this.files = requireNonNull(files, "files is null");
        this.uploads = requireNonNull(uploads, "uploads is null");
        this.tasks = requireNonNull(tasks, "tasks is null");
    }

    @PostMapping
    @Operation(
            summary = "Upload a file, or ask others for one",
            description = "Answers where to put the bytes of each part, in any order, before the upload is"
                    + " completed; without a size the file is only asked for. To channels where you may post"
                    + " and tasks that you see. Accepts Idempotency-Key. 403: forbidden. 404:"
                    + " channel_not_found. 409: quota_exceeded, channel_archived. 422: validation_failed.")
    ResponseEntity<FileToUpload> create(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody CreateFileRequest request) {
        tasks.require("taskIds", request.tasks());
        FileResponse file = files.create(caller, request);
        FileToUpload answer = uploads.planOf(caller, file);
        return Etags.created("/api/v1/files/" + file.id(), answer, answer.file().version());
    }

    @PostMapping("/{id}/upload")
    @Operation(
            summary = "Begin to upload a file that somebody asked for",
            description = "For whoever sees it; the file is then theirs. 404: file_not_found. 409: upload_begun,"
                    + " quota_exceeded. 422: validation_failed.")
    FileToUpload begin(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody BeginUploadRequest request) {
        return uploads.begin(caller, id, request.beginning());
    }

    @GetMapping("/{id}/upload")
    @Operation(
            summary = "Which parts have arrived, and where the others go",
            description = "To go on with an upload of your own. There is no plan while a file is only asked for, or"
                    + " once it is there. 403: forbidden. 404: file_not_found.")
    FileToUpload plan(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return uploads.plan(caller, id);
    }

    @PostMapping("/{id}/complete")
    @Operation(
            summary = "Complete an upload",
            description = "Its size, its checksum and its type by content are checked; what is not as announced is"
                    + " thrown away. Safe to repeat. Emits file.uploaded. 403: forbidden. 404: file_not_found."
                    + " 409: upload_incomplete (with missingParts). 422: checksum_mismatch, file_type_refused,"
                    + " file_type_mismatch, validation_failed.")
    ResponseEntity<FileResponse> complete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable CompleteUploadRequest request) {
        FileResponse file = uploads.complete(caller, id, request == null ? null : request.sha256());
        return Etags.ok(file, file.version());
    }
}
