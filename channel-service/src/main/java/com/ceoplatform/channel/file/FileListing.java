package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists files, the newest first, in the same number of queries whatever the size of the page. */
@Service
class FileListing {

    private static final UUID LAST = new UUID(-1, -1);

    private final StoredFiles files;
    private final FileAccess access;
    private final ChannelAccess channels;

    FileListing(StoredFiles files, FileAccess access, ChannelAccess channels) {
        this.files = requireNonNull(files, "files is null");
        this.access = requireNonNull(access, "access is null");
        this.channels = requireNonNull(channels, "channels is null");
    }

    /** A page's place in a list. */
    record Place(int limit, @Nullable Cursor after) {

        UUID before() {
            return after == null ? LAST : after.uuid(0);
        }

        Limit oneMore() {
            return Limit.of(limit + 1);
        }
    }

    @Transactional(readOnly = true)
    public CursorPage<FileResponse> ofChannel(Caller caller, UUID channelId, FileStatus status, Place place) {
        channels.see(caller, channelId).requireInside();
        return page(caller, files.ofTarget(channelId, status, place.before(), place.oneMore()), Set.of(), place);
    }

    /** The caller must be known to see the task. */
    @Transactional(readOnly = true)
    public CursorPage<FileResponse> ofTask(Caller caller, UUID taskId, FileStatus status, Place place) {
        return page(caller, files.ofTarget(taskId, status, place.before(), place.oneMore()), Set.of(taskId), place);
    }

    /** Everything of the caller, unfinished uploads included. */
    @Transactional(readOnly = true)
    public CursorPage<FileResponse> own(Caller caller, Place place) {
        return page(caller, files.ofPerson(caller.id(), place.before(), place.oneMore()), Set.of(), place);
    }

    private CursorPage<FileResponse> page(Caller caller, List<StoredFile> rows, Set<UUID> visibleTasks, Place place) {
        CursorPage<StoredFile> page = CursorPage.of(rows, place.limit(), file -> Cursor.of(file.id()));
        List<FileResponse> items = access.seeAll(caller, page.items(), visibleTasks).stream()
                .map(SeenFile::response)
                .toList();
        return new CursorPage<>(items, page.nextCursor());
    }
}
