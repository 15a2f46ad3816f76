package com.ceoplatform.voice.language.plan;

import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.ceoplatform.voice.language.plan.Parameters.ArchiveChannel;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which plans the speaker must confirm first: archiving or cancelling more than one thing, touching more than ten people
 * or tasks, deleting. Everything else runs at once and can be undone.
 */
public final class ConfirmationPolicy {

    private static final int AT_ONCE = 10;

    /** @param deletion the speaker said delete, not cancel or archive */
    public Optional<Confirmation> assess(List<PlannedAction> plan, Organisation organisation, boolean deletion) {
        Set<String> people = new HashSet<>();
        Set<String> tasks = new HashSet<>();
        List<String> archived = new ArrayList<>();
        Set<String> cancelled = new HashSet<>();
        for (PlannedAction action : plan) {
            touched(action).forEach(reference -> people.add(reference.id()));
            if (action.parameters() instanceof UpdateTasks update) {
                update.tasks().forEach(task -> tasks.add(task.id()));
                if (update.status() == TaskStatus.CANCELLED) {
                    update.tasks().forEach(task -> cancelled.add(task.id()));
                }
            }
            if (action.parameters() instanceof ArchiveChannel archive) {
                archived.add(archive.channel().label());
                members(archive.channel(), organisation).forEach(people::add);
            }
        }
        boolean manyPeople = addressed(plan) > AT_ONCE;
        boolean needed = deletion || archived.size() + cancelled.size() > 1 || manyPeople || tasks.size() > AT_ONCE;
        return needed
                ? Optional.of(new Confirmation(
                        ReadBack.of(plan, archived, people.size()), people.size(), tasks.size(), archived.size()))
                : Optional.empty();
    }

    private static long addressed(List<PlannedAction> plan) {
        return plan.stream()
                .flatMap(action -> touched(action))
                .map(Reference::id)
                .distinct()
                .count();
    }

    private static Stream<Reference> touched(PlannedAction action) {
        return action.type().isQuery() ? Stream.empty() : References.people(action.parameters());
    }

    private static Collection<String> members(Reference channel, Organisation organisation) {
        return organisation.channel(channel.id()).map(Channel::memberIds).orElse(Set.of());
    }
}
