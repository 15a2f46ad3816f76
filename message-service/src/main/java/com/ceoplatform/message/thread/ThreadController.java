package com.ceoplatform.message.thread;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.message.MessageAccess;
import com.ceoplatform.message.message.SeenMessage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of following threads. Any message of a thread stands for it; one that nobody has answered is a thread to come. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Threads")
class ThreadController {

    private final MessageAccess access;
    private final ThreadFollowers followers;
    private final FollowedThreads threads;

    ThreadController(MessageAccess access, ThreadFollowers followers, FollowedThreads threads) {
        this.access = requireNonNull(access, "access is null");
        this.followers = requireNonNull(followers, "followers is null");
        this.threads = requireNonNull(threads, "threads is null");
    }

    @GetMapping("/threads")
    @Operation(
            summary = "List the threads that you follow, the one that began last first",
            description = "With how many of their replies you have not read.")
    CursorPage<FollowedThread> followed(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = PageLimit.of(limit);
        return threads.page(caller.id(), cursor == null ? null : Cursor.decode(cursor, 1), size);
    }

    @GetMapping("/messages/{id}/follow")
    @Operation(summary = "Whether you follow a thread", description = "Any message of it stands for it.")
    Following following(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        UUID root = access.see(caller, id).threadId();
        return new Following(root, followers.isFollowing(root, caller.id()));
    }

    @PutMapping("/messages/{id}/follow")
    @Operation(summary = "Follow a thread", description = "You are told of its replies.")
    Following follow(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        SeenMessage seen = access.see(caller, id);
        seen.conversation().requireParticipant();
        UUID root = seen.threadId();
        followers.set(root, caller.id(), true);
        return new Following(root, true);
    }

    @DeleteMapping("/messages/{id}/follow")
    @Operation(
            summary = "Follow a thread no longer",
            description = "Also for those who have lost the right to take part.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        followers.set(access.see(caller, id).threadId(), caller.id(), false);
    }
}
