package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.channel.channel.SeenChannel;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links files to channels and tasks. To a channel may link who may post there. */
@Service
class FileLinking {

    private final StoredFiles files;
    private final FileLinks links;
    private final ChannelAccess channels;
    private final FileEvents events;
    private final Clock clock;

    FileLinking(StoredFiles files, FileLinks links, ChannelAccess channels, FileEvents events, Clock clock) {
        this.files = requireNonNull(files, "files is null");
        this.links = requireNonNull(links, "links is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The first links of a file, within the transaction that makes it. */
    LinkedTo linkNew(Caller caller, StoredFile file, LinkFileRequest request, Instant now) {
        add(caller, file, request, new LinkedTo(List.of(), List.of()), now);
        return new LinkedTo(request.channels(), request.tasks());
    }

    /** Links a file to more. The caller must be known to see the file and the tasks. */
    @Idempotent
    @Transactional
    public FileResponse link(Caller caller, UUID fileId, LinkFileRequest request) {
        StoredFile file = theirs(caller, fileId);
        LinkedTo before = current(file);
        Instant now = now();
        if (add(caller, file, request, before, now)) {
            tell(file, before, now);
        }
        return FileResponse.from(file, current(file));
    }

    private boolean add(Caller caller, StoredFile file, LinkFileRequest request, LinkedTo before, Instant now) {
        List<FileLink> added = new ArrayList<>();
        for (UUID channelId : request.channels()) {
            if (!before.channelIds().contains(channelId)) {
                channels.see(caller, channelId).requirePosting();
                added.add(new FileLink(file.id(), LinkKind.CHANNEL, channelId, caller.id(), now));
            }
        }
        for (UUID taskId : request.tasks()) {
            if (!before.taskIds().contains(taskId)) {
                added.add(new FileLink(file.id(), LinkKind.TASK, taskId, caller.id(), now));
            }
        }
        links.saveAll(added);
        return !added.isEmpty();
    }

    /** Takes a file out of a channel: the uploader's right, and that of the channel's moderators. */
    @Transactional
    public void unlinkChannel(Caller caller, UUID fileId, UUID channelId) {
        StoredFile file = present(fileId);
        SeenChannel channel = channels.see(caller, channelId);
        if (!file.isOf(caller.id())) {
            channel.requireModerator();
        }
        channel.requireNotArchived();
        end(file, LinkKind.CHANNEL, channelId);
    }

    @Transactional
    public void unlinkTask(Caller caller, UUID fileId, UUID taskId) {
        end(theirs(caller, fileId), LinkKind.TASK, taskId);
    }

    private void end(StoredFile file, LinkKind kind, UUID targetId) {
        List<FileLink> all = links.of(List.of(file.id()));
        FileLink link = all.stream()
                .filter(one -> one.isTo(kind) && one.targetId().equals(targetId))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("link"));
        Instant now = now();
        link.end(now);
        links.save(link);
        tell(file, LinkedTo.of(all), now);
    }

    private void tell(StoredFile file, LinkedTo before, Instant now) {
        file.touch(now);
        files.saveAndFlush(file);
        if (file.isAvailable()) {
            events.linked(file, before);
        }
    }

    private LinkedTo current(StoredFile file) {
        return LinkedTo.of(links.of(List.of(file.id())));
    }

    private StoredFile theirs(Caller caller, UUID fileId) {
        StoredFile file = present(fileId);
        if (!caller.isCeo() && !file.isOf(caller.id())) {
            throw DomainException.forbidden("Only the person who uploaded the file may link it.");
        }
        return file;
    }

    private StoredFile present(UUID fileId) {
        return files.findForChange(fileId)
                .filter(file -> !file.isDeleted())
                .orElseThrow(() -> DomainException.notFound("file"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
