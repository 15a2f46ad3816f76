package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Afterthoughts and corrections: "mark it urgent", "no, make that Tuesday", "I mean Mike". */
final class Amendments {

    private final Composition composition;
    private final UpdateOrders updates;
    private final ChannelOrders channels;

    private boolean ofAll;
    private int planned;

    Amendments(Composition composition, UpdateOrders updates, ChannelOrders channels) {
        this.composition = composition;
        this.updates = updates;
        this.channels = channels;
    }

    void apply(Order order) {
        boolean all = order.option("all").isPresent() || (ofAll && composition.draft.size() == planned);
        ofAll = all && allCreated(order);
        planned = composition.draft.size();
        if (ofAll) {
            return;
        }
        int index = composition.draft.size() - 1;
        Parameters amended = index < 0 ? null : amended(composition.draft.at(index), order);
        if (amended != null) {
            composition.draft.replace(index, amended);
        } else if (channelMade() != null
                && (order.option("privacy").isPresent()
                        || order.found("members").isPresent())) {
            Reference channel = channelMade();
            order.option("privacy").ifPresent(key -> channels.privacy(channel, key));
            if (order.found("members").isPresent()) {
                channels.members(order, ActionType.CHANNEL_ADD_MEMBERS);
            }
        } else {
            updates.update(order);
        }
    }

    /** "..., all due Friday": every task that this sentence makes. */
    private boolean allCreated(Order order) {
        boolean ofChannels =
                order.found("members").isPresent() || order.option("privacy").isPresent();
        List<Reference> made = composition.salience().created(ofChannels ? ReferenceKind.CHANNEL : ReferenceKind.TASK);
        if (made.isEmpty() || (ofChannels && order.option("privacy").isEmpty())) {
            return false;
        }
        if (ofChannels) {
            order.option("privacy").ifPresent(key -> made.forEach(channel -> channels.privacy(channel, key)));
        } else {
            updates.apply(updates.changes(order, made));
        }
        return true;
    }

    private @Nullable Reference channelMade() {
        List<Reference> made = composition.salience().created(ReferenceKind.CHANNEL);
        return made.isEmpty() ? null : made.getLast();
    }

    /** The last action with the new value, or null when it has no such value. */
    private @Nullable Parameters amended(Parameters last, Order order) {
        Priority priority = composition.priority(order);
        When when = order.when("due").orElse(null);
        boolean people = order.found("assignees").isPresent();
        return switch (last) {
            case SendMessage message
            when priority != null -> new SendMessage(message.channel(), message.users(), message.content(), priority);
            case SendMessage message
            when people && message.users() != null ->
                new SendMessage(null, instead(message.users(), order), message.content(), message.priority());
            case CreateReminder reminder
            when when != null ->
                new CreateReminder(
                        reminder.about(), reminder.audience(), when.insteadOf(reminder.at(), composition.zone()));
            case CreateReminder reminder
            when people -> new CreateReminder(reminder.about(), instead(reminder.audience(), order), reminder.at());
            case ScheduleMeeting meeting
            when when != null ->
                new ScheduleMeeting(
                        meeting.title(),
                        when.insteadOf(meeting.startAt(), composition.zone()),
                        meeting.durationMinutes(),
                        meeting.attendees());
            case ScheduleMeeting meeting
            when people ->
                new ScheduleMeeting(
                        meeting.title(),
                        meeting.startAt(),
                        meeting.durationMinutes(),
                        instead(meeting.attendees(), order));
            case ScheduleMeeting meeting
            when order.count("duration").isPresent() ->
                new ScheduleMeeting(
                        meeting.title(),
                        meeting.startAt(),
                        order.count("duration").orElseThrow(),
                        meeting.attendees());
            case ChangeMembers change
            when people -> new ChangeMembers(change.channel(), instead(change.members(), order));
            case CreateChannel create
            when people && order.option("correction").isPresent() ->
                new CreateChannel(
                        create.name(),
                        create.type(),
                        create.privacy(),
                        instead(create.members() == null ? List.of() : create.members(), order));
            default -> null;
        };
    }

    /** The person named last gives way to the one that was meant. */
    private List<Reference> instead(List<Reference> before, Order order) {
        List<Reference> meant = composition.references(order, "assignees");
        List<Reference> after = new ArrayList<>(before);
        if (!after.isEmpty()) {
            after.removeLast();
        }
        after.addAll(meant == null ? List.of() : meant);
        return after.stream().distinct().toList();
    }
}
