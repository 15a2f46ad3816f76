package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Channel;
import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.telling.Audience;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told of files: the members of the channels that one is shared in, each of them once. */
@Component
class FileRules {

    private final Teller teller;
    private final Withdrawal withdrawal;
    private final Audience audience;

    FileRules(Teller teller, Withdrawal withdrawal, Audience audience) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
        this.audience = requireNonNull(audience, "audience is null");
    }

    record File(UUID id, String name, @Nullable List<UUID> channelIds) {

        List<UUID> channels() {
            return channelIds == null ? List.of() : channelIds;
        }
    }

    record Gone(UUID id) {}

    void addTo(Subscription.Builder subscription) {
        subscription
                .on("file.uploaded", File.class, this::uploaded)
                .on(
                        "file.deleted",
                        Gone.class,
                        event -> withdrawal.ofSubject(event.data().id()));
    }

    private void uploaded(Event<File> event) {
        File file = event.data();
        Set<UUID> toldAlready = new HashSet<>();
        for (UUID channelId : file.channels()) {
            Channel channel = audience.channel(channelId);
            Set<UUID> members = audience.members(channelId);
            members.removeAll(toldAlready);
            toldAlready.addAll(members);
            String where = channel.isDirect() ? " with you" : " in " + channel.name();
            teller.tell(
                    Notice.of(
                            NotificationKind.FILE_SHARED,
                            actor -> actor + " shared a file" + where,
                            file.name(),
                            new Subject(SubjectKind.FILE, file.id(), file.name(), channelId),
                            members),
                    event);
        }
    }
}
