package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.RequestUpload;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.resolve.Unclear.Reason;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages, meetings and files. */
final class OtherOrders {

    private static final int HOUR = 60;
    private static final int HALF_DAY = 12;

    private final Composition composition;

    OtherOrders(Composition composition) {
        this.composition = composition;
    }

    void message(Order order) {
        List<Reference> channels = composition.references(order, "channel");
        List<Reference> users = composition.references(order, "users");
        Optional<Reference> audience = order.found("users").flatMap(this::channelOfThem);
        String content = order.span("content")
                .map(span -> order.intent().action().equals("again") ? new Value.Span(span.from(), order.to()) : span)
                .map(composition.titles::content)
                .or(() -> composition.answered("content:" + order.from()))
                .or(() -> order.option("before").flatMap(yes -> composition.draft.told()))
                .orElse("");
        order.span("content").ifPresent(this::mention);
        Priority said = composition.priority(order);
        Priority priority = said == null && composition.crisis ? Priority.URGENT : said;
        if (content.isEmpty()) {
            composition.draft.ask(
                    Unclear.missing(ReferenceKind.MESSAGE, Reason.MISSING_CONTENT, "content:" + order.from()));
        }
        List<Reference> targets = audience.map(List::of).orElse(channels == null ? List.of() : channels);
        for (Reference channel : targets) {
            composition.draft.add(ActionType.MESSAGE_SEND, new SendMessage(channel, null, content, priority));
        }
        if (targets.isEmpty() && !List.of(composition.speaker()).equals(users)) {
            direct(order, users, content, priority);
        }
    }

    /** "Tell Sarah that the press kit is late and move it to Friday". */
    private void mention(Value.Span content) {
        composition
                .reader
                .taskIn(content)
                .ifPresent(task -> composition.salience().mention(ReferenceKind.TASK, task.references()));
    }

    private void direct(Order order, @Nullable List<Reference> users, String content, @Nullable Priority priority) {
        Optional<Reference> here = composition
                .salience()
                .last(ReferenceKind.CHANNEL)
                .filter(entry -> users == null && order.found("channel").isEmpty())
                .map(entry -> entry.references().getFirst());
        if (here.isPresent()) {
            composition.draft.add(ActionType.MESSAGE_SEND, new SendMessage(here.get(), null, content, priority));
        } else if (users == null && order.found("channel").isEmpty()) {
            composition.draft.ask(Unclear.missing(ReferenceKind.USER, Reason.MISSING, "users:" + order.from()));
        } else if (users != null && !users.isEmpty()) {
            boolean group = order.found("users").map(Found::group).orElse(false) && users.size() > 1;
            List<Reference> others = group
                    ? users.stream()
                            .filter(user -> !user.equals(composition.speaker()))
                            .toList()
                    : users;
            composition.draft.add(ActionType.MESSAGE_SEND, new SendMessage(null, others, content, priority));
        }
    }

    /** "Tell them", said of the members of a channel that this sentence makes, is a message in it. */
    private Optional<Reference> channelOfThem(Found users) {
        if (!users.pronoun() || !users.group()) {
            return Optional.empty();
        }
        return composition.salience().created(ReferenceKind.CHANNEL).reversed().stream()
                .filter(channel -> composition
                        .draft
                        .made(channel, CreateChannel.class)
                        .map(CreateChannel::members)
                        .filter(members -> new HashSet<>(members).equals(new HashSet<>(users.references())))
                        .isPresent())
                .findFirst();
    }

    void meeting(Order order) {
        List<Reference> attendees = composition.references(order, "users");
        Optional<When> start = composition.when(order, "due");
        List<Reference> people = attendees == null ? List.of() : attendees;
        if (start.isEmpty()) {
            composition.draft.ask(Unclear.missing(ReferenceKind.MEETING, Reason.MISSING_TIME, "when:" + order.from()));
            return;
        }
        OffsetDateTime at = start.get().start(composition.zone());
        int minutes = order.count("duration").or(() -> until(order, at)).orElse(HOUR);
        composition.draft.add(
                ActionType.MEETING_SCHEDULE, new ScheduleMeeting(title(order, people), at, minutes, people));
    }

    /** "From nine until eleven": how many minutes that is. */
    private static Optional<Integer> until(Order order, OffsetDateTime start) {
        return order.when("until")
                .map(When::time)
                .map(end -> Duration.between(start.toLocalTime(), end))
                .map(time -> time.isNegative() ? time.plusHours(HALF_DAY) : time)
                .filter(time -> !time.isNegative() && !time.isZero())
                .map(time -> (int) time.toMinutes());
    }

    private String title(Order order, List<Reference> people) {
        String kind = order.option("meeting_kind")
                .map(Titles::capitalised)
                .orElseGet(() -> composition.scene.language().text("meeting"));
        Optional<String> topic = order.span("title").map(composition.titles::task);
        if (topic.isPresent()) {
            return topic.get();
        }
        String with = people.size() == 1
                ? " " + composition.scene.language().text("with") + " "
                        + people.getFirst().label()
                : "";
        return kind + with;
    }

    void upload(Order order) {
        List<Reference> channels = order.option("place").isPresent()
                ? composition
                        .salience()
                        .last(ReferenceKind.CHANNEL)
                        .map(entry -> entry.references())
                        .orElse(null)
                : composition.references(order, "channel");
        List<Reference> tasks = composition.references(order, "tasks");
        List<Value.Span> files = order.span("name").map(this::files).orElse(List.of());
        for (Value.Span file : files) {
            composition.draft.add(
                    ActionType.FILE_REQUEST_UPLOAD, new RequestUpload(composition.titles.task(file), channels, tasks));
        }
    }

    /** "The budget, the forecast and the lease" are three files, "the terms and conditions" one. */
    private List<Value.Span> files(Value.Span name) {
        Transcript words = composition.scene.transcript();
        List<Value.Span> files = new ArrayList<>();
        int start = name.from();
        for (int i = name.from() + 1; i < name.to(); i++) {
            boolean and = is("and", i - 1);
            boolean apart = and || words.gap(i) == Gap.COMMA;
            if (apart && is("determiners", i) && is("determiners", name.from())) {
                files.add(new Value.Span(start, and ? i - 1 : i));
                start = i;
            }
        }
        files.add(new Value.Span(start, name.to()));
        return files;
    }

    private boolean is(String set, int index) {
        Scene scene = composition.scene;
        return scene.language().words(set).contains(scene.transcript().at(index).norm());
    }
}
