package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.channel.channel.ChannelAccess;
import com.ceoplatform.channel.channel.SeenChannel;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The only way from an id to a file. A file is visible to the person who uploads it and to everybody who may look into
 * one of the channels, or see one of the tasks, that it is linked to; one that is linked to nothing also to the CEO.
 */
@Component
public class FileAccess {

    private final StoredFiles files;
    private final FileLinks links;
    private final ChannelAccess channels;
    private final Tasks tasks;

    FileAccess(StoredFiles files, FileLinks links, ChannelAccess channels, Tasks tasks) {
        this.files = requireNonNull(files, "files is null");
        this.links = requireNonNull(links, "links is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.tasks = requireNonNull(tasks, "tasks is null");
    }

    /** 404 {@code file_not_found} for what the caller may not know of. May ask task-service: not for transactions. */
    public SeenFile see(Caller caller, UUID fileId) {
        StoredFile file = files.find(fileId).orElseThrow(() -> DomainException.notFound("file"));
        LinkedTo linkedTo = LinkedTo.of(links.of(List.of(fileId)));
        SeenFile seen = restricted(caller, file, linkedTo, lookedInto(caller, linkedTo.channelIds()), Set.of());
        boolean own = file.isOf(caller.id()) || (caller.isCeo() && linkedTo.isNothing());
        if (own || !seen.links().channelIds().isEmpty()) {
            return seen;
        }
        UUID task = linkedTo.taskIds().stream()
                .filter(tasks::isVisible)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("file"));
        return restricted(caller, file, linkedTo, Set.of(), Set.of(task));
    }

    /** What the caller may know of several files that are visible to them, in two queries. */
    List<SeenFile> seeAll(Caller caller, List<StoredFile> several, Set<UUID> visibleTasks) {
        Map<UUID, List<FileLink>> byFile =
                links.of(several.stream().map(StoredFile::id).toList()).stream().collect(groupingBy(FileLink::fileId));
        Set<UUID> channelIds = byFile.values().stream()
                .flatMap(List::stream)
                .filter(link -> link.isTo(LinkKind.CHANNEL))
                .map(FileLink::targetId)
                .collect(toSet());
        Set<UUID> open = lookedInto(caller, channelIds);
        return several.stream()
                .map(file -> restricted(
                        caller, file, LinkedTo.of(byFile.getOrDefault(file.id(), List.of())), open, visibleTasks))
                .toList();
    }

    private Set<UUID> lookedInto(Caller caller, Collection<UUID> channelIds) {
        if (channelIds.isEmpty()) {
            return Set.of();
        }
        return channels.seeAll(caller, channelIds).stream()
                .filter(SeenChannel::mayLookInside)
                .map(seen -> seen.channel().id())
                .collect(toSet());
    }

    /** The uploader linked it all, and so may know of it; others know of what they can see. */
    private static SeenFile restricted(
            Caller caller, StoredFile file, LinkedTo linkedTo, Set<UUID> channelIds, Set<UUID> taskIds) {
        if (file.isOf(caller.id())) {
            return new SeenFile(caller, file, linkedTo);
        }
        Stream<UUID> seenChannels = linkedTo.channelIds().stream().filter(channelIds::contains);
        Stream<UUID> seenTasks = linkedTo.taskIds().stream().filter(id -> caller.isCeo() || taskIds.contains(id));
        return new SeenFile(caller, file, new LinkedTo(seenChannels.toList(), seenTasks.toList()));
    }
}
