package com.ceoplatform.channel.upload;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.file.CreateFileRequest;
import com.ceoplatform.channel.file.FileResponse;
import com.ceoplatform.channel.file.FileService;
import com.ceoplatform.channel.file.Tasks;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
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
    ResponseEntity<FileToUpload> create(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody CreateFileRequest request) {
        tasks.require("taskIds", request.tasks());
        FileResponse file = files.create(caller, request);
        FileToUpload answer = request.size() == null ? new FileToUpload(file, null) : uploads.plan(caller, file.id());
        return Etags.created("/api/v1/files/" + file.id(), answer, answer.file().version());
    }

    /** Begins the upload of a file that somebody asked for. */
    @PostMapping("/{id}/upload")
    FileToUpload begin(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody BeginUploadRequest request) {
        return uploads.begin(caller, id, request.beginning());
    }

    /** Which parts have arrived, and where the others go; to resume an upload. */
    @GetMapping("/{id}/upload")
    FileToUpload plan(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return uploads.plan(caller, id);
    }

    @PostMapping("/{id}/complete")
    ResponseEntity<FileResponse> complete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable CompleteUploadRequest request) {
        FileResponse file = uploads.complete(caller, id, request == null ? null : request.sha256());
        return Etags.ok(file, file.version());
    }
}
