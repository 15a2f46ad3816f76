package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.history.History;
import com.ceoplatform.channel.history.HistoryEntry;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what happened to a channel to those who may look into it. */
@Service
class ChannelHistoryService {

    private static final UUID LAST = new UUID(-1, -1);

    private final ChannelAccess access;
    private final History history;

    ChannelHistoryService(ChannelAccess access, History history) {
        this.access = requireNonNull(access, "access is null");
        this.history = requireNonNull(history, "history is null");
    }

    @Transactional(readOnly = true)
    public CursorPage<HistoryEntry> list(Caller caller, UUID channelId, int limit, @Nullable Cursor after) {
        access.see(caller, channelId).requireInside();
        UUID before = after == null ? LAST : after.uuid(0);
        return CursorPage.of(history.page(channelId, before, limit + 1), limit, entry -> Cursor.of(entry.id()));
    }
}
