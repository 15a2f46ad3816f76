package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.quota.Quotas;
import com.ceoplatform.channel.quota.StorageUsage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of files, of their links and of their content. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Files")
class FileController {

    private final FileAccess access;
    private final FileService files;
    private final FileLinking linking;
    private final Tasks tasks;
    private final Downloads downloads;
    private final Quotas quotas;

    FileController(
            FileAccess access,
            FileService files,
            FileLinking linking,
            Tasks tasks,
            Downloads downloads,
            Quotas quotas) {
        this.access = requireNonNull(access, "access is null");
        this.files = requireNonNull(files, "files is null");
        this.linking = requireNonNull(linking, "linking is null");
        this.tasks = requireNonNull(tasks, "tasks is null");
        this.downloads = requireNonNull(downloads, "downloads is null");
        this.quotas = requireNonNull(quotas, "quotas is null");
    }

    @GetMapping("/files/usage")
    @Operation(
            summary = "How much you and the organisation store, and may store",
            description = "In bytes, unfinished uploads included.")
    StorageUsage usage(@AuthenticationPrincipal Caller caller) {
        return quotas.usage(caller.id());
    }

    @GetMapping("/files/{id}")
    @Operation(
            summary = "Read what is known of a file",
            description = "Of its channels and tasks it names those that you see. The ETag is its version;"
                    + " If-None-Match is answered with 304. 404: file_not_found.")
    ResponseEntity<FileResponse> show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        FileResponse file = access.see(caller, id).response();
        return Etags.ok(file, file.version());
    }

    @ApiResponse(responseCode = "302", description = "The content is at this address, for a few minutes")
    @GetMapping("/files/{id}/content")
    @Operation(
            summary = "Download a file",
            description = "Redirects to its bytes. 404: file_not_found, content_not_found (not uploaded yet).")
    ResponseEntity<Void> content(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Parameter(description = "true: to show it in the browser, where that is harmless")
                    @RequestParam(defaultValue = "false")
                    boolean inline) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(downloads.address(access.see(caller, id).file(), inline))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @DeleteMapping("/files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a file for good",
            description = "Its bytes are erased, too. For the person who uploaded it and the CEO. Accepts If-Match."
                    + " Emits file.deleted. 403: forbidden. 404: file_not_found. 412: stale_version.")
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, ExpectedVersion expected) {
        access.see(caller, id);
        files.delete(caller, id, expected);
    }

    @PostMapping("/files/{id}/links")
    @Operation(
            summary = "Link a file to more channels and tasks",
            description = "For the person who uploaded it and the CEO, to channels where they may post and tasks"
                    + " that they see. Accepts Idempotency-Key. Emits file.updated. 403: forbidden. 404:"
                    + " file_not_found, channel_not_found. 409: channel_archived. 422: validation_failed.")
    ResponseEntity<FileResponse> link(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody LinkFileRequest request) {
        access.see(caller, id);
        tasks.require("taskIds", request.tasks());
        FileResponse file = linking.link(caller, id, request);
        return Etags.ok(file, file.version());
    }

    @DeleteMapping("/files/{id}/channels/{channelId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a file out of a channel",
            description = "For the person who uploaded it and those who moderate the channel. Emits file.updated."
                    + " 403: forbidden. 404: file_not_found, channel_not_found, link_not_found. 409:"
                    + " channel_archived.")
    void unlinkChannel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID channelId) {
        access.see(caller, id);
        linking.unlinkChannel(caller, id, channelId);
    }

    @DeleteMapping("/files/{id}/tasks/{taskId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a file off a task",
            description = "For the person who uploaded it and the CEO. Emits file.updated. 403: forbidden. 404:"
                    + " file_not_found, link_not_found.")
    void unlinkTask(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID taskId) {
        access.see(caller, id);
        linking.unlinkTask(caller, id, taskId);
    }
}
