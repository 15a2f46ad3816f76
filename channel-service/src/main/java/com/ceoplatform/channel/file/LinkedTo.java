package com.ceoplatform.channel.file;

import java.util.List;
import java.util.UUID;

/** The channels and tasks a file is linked to, in the order in which it was. */
public record LinkedTo(List<UUID> channelIds, List<UUID> taskIds) {

    static LinkedTo of(List<FileLink> links) {
        return new LinkedTo(targets(links, LinkKind.CHANNEL), targets(links, LinkKind.TASK));
    }

    private static List<UUID> targets(List<FileLink> links, LinkKind kind) {
        return links.stream()
                .filter(link -> link.isTo(kind))
                .map(FileLink::targetId)
                .toList();
    }

    boolean isNothing() {
        return channelIds.isEmpty() && taskIds.isEmpty();
    }
}
