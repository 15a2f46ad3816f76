package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.AddDependency;
import com.ceoplatform.voice.language.plan.Parameters.ArchiveChannel;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.Comment;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Parameters.RequestUpload;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Parameters.UpdateChannel;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which actions of a plan must wait for which, and whether that can be. */
public final class PlanCheck {

    private PlanCheck() {}

    /**
     * The plan with all its dependencies written out: those given and those that references to earlier results imply.
     *
     * @throws ImpossiblePlanException when an action waits for itself or for something that is not in the plan
     */
    static List<PlannedAction> ordered(List<PlannedAction> plan) {
        Set<String> ids = plan.stream().map(PlannedAction::id).collect(Collectors.toSet());
        if (ids.size() < plan.size()) {
            throw new ImpossiblePlanException("Two actions have the same id");
        }
        List<PlannedAction> complete =
                plan.stream().map(PlanCheck::withDependencies).toList();
        for (PlannedAction action : complete) {
            if (!ids.containsAll(action.dependsOn())) {
                throw new ImpossiblePlanException("It refers to something that was never made");
            }
        }
        requireNoCycle(complete);
        return complete;
    }

    private static PlannedAction withDependencies(PlannedAction action) {
        Set<String> dependencies = new LinkedHashSet<>(action.dependsOn());
        references(action.parameters())
                .filter(Reference::isAction)
                .map(Reference::id)
                .forEach(dependencies::add);
        return new PlannedAction(action.id(), action.type(), action.parameters(), List.copyOf(dependencies));
    }

    private static void requireNoCycle(List<PlannedAction> plan) {
        List<PlannedAction> left = new ArrayList<>(plan);
        Set<String> started = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            List<PlannedAction> ready = left.stream()
                    .filter(action -> started.containsAll(action.dependsOn()))
                    .toList();
            if (ready.isEmpty()) {
                throw new ImpossiblePlanException("Its actions wait for each other");
            }
            ready.stream().map(PlannedAction::id).forEach(started::add);
            left.removeAll(ready);
        }
    }

    /** Everything that an action speaks of. */
    static Stream<Reference> references(Parameters parameters) {
        return switch (parameters) {
            case CreateChannel create -> all(create.members());
            case ChangeMembers change -> Stream.concat(Stream.of(change.channel()), all(change.members()));
            case UpdateChannel update -> Stream.of(update.channel());
            case ArchiveChannel archive -> Stream.of(archive.channel());
            case CreateTask create -> Stream.concat(all(create.assignees()), one(create.channel()));
            case UpdateTasks update ->
                Stream.of(
                                all(update.tasks()),
                                all(update.assignees()),
                                all(update.addAssignees()),
                                one(update.channel()))
                        .flatMap(stream -> stream);
            case AddDependency add -> Stream.concat(Stream.of(add.task()), all(add.blockedBy()));
            case Comment comment -> Stream.of(comment.task());
            case SendMessage message -> Stream.concat(one(message.channel()), all(message.users()));
            case CreateReminder reminder -> all(reminder.audience());
            case ScheduleMeeting meeting -> all(meeting.attendees());
            case RequestUpload upload -> Stream.concat(all(upload.channels()), all(upload.tasks()));
            case Query query -> Stream.concat(one(query.channel()), all(query.users()));
        };
    }

    private static Stream<Reference> all(@Nullable Collection<Reference> references) {
        return references == null ? Stream.empty() : references.stream();
    }

    private static Stream<Reference> one(@Nullable Reference reference) {
        return Stream.ofNullable(reference);
    }

    /** A plan that cannot be carried out in any order. */
    static final class ImpossiblePlanException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ImpossiblePlanException(String message) {
            super(message);
        }
    }
}
