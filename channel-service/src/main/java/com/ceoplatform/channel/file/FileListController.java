package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST of the lists of files. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Files")
class FileListController {

    private final FileListing listing;
    private final Tasks tasks;

    FileListController(FileListing listing, Tasks tasks) {
        this.listing = requireNonNull(listing, "listing is null");
        this.tasks = requireNonNull(tasks, "tasks is null");
    }

    @GetMapping("/channels/{id}/files")
    @Operation(
            summary = "The files of a channel, newest first",
            description = "403: forbidden (a restricted channel seen from outside). 404: channel_not_found.")
    CursorPage<FileResponse> ofChannel(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Parameter(description = "How far they have come") @RequestParam(defaultValue = "available")
                    FileStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return listing.ofChannel(caller, id, status, place(limit, cursor));
    }

    @GetMapping("/files")
    @Operation(
            summary = "The files of a task, or your own ones, newest first",
            description = "Of your own ones the unfinished ones, too. 404: task_not_found.")
    CursorPage<FileResponse> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "The task; your own files when left out") @RequestParam(required = false) @Nullable
                    UUID taskId,
            @Parameter(description = "How far they have come") @RequestParam(defaultValue = "available")
                    FileStatus status,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        FileListing.Place place = place(limit, cursor);
        if (taskId == null) {
            return listing.own(caller, place);
        }
        if (!tasks.isVisible(taskId)) {
            throw DomainException.notFound("task");
        }
        return listing.ofTask(caller, taskId, status, place);
    }

    private static FileListing.Place place(@Nullable Integer limit, @Nullable String cursor) {
        return new FileListing.Place(PageLimit.of(limit), cursor == null ? null : Cursor.decode(cursor, 1));
    }
}
