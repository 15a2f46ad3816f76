package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Detail;
import com.ceoplatform.voice.language.clause.Item;
import com.ceoplatform.voice.language.clause.ListReader.Listed;
import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.AddDependency;
import com.ceoplatform.voice.language.plan.Parameters.Comment;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.resolve.Unclear.Reason;
import com.ceoplatform.voice.language.text.Gap;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders that make tasks, relate them or write on them. */
final class TaskOrders {

    private static final Set<String> OWN = Set.of("due", "assignees", "priority");

    private final Composition composition;
    private @Nullable OffsetDateTime framed;
    private @Nullable Priority pressing;

    TaskOrders(Composition composition) {
        this.composition = composition;
    }

    void create(Order order) {
        condition(order);
        Optional<Value.Span> items = order.span("items");
        if (items.isPresent()) {
            createEach(order, items.get());
            return;
        }
        Reference channel = channel(order);
        List<Reference> assignees =
                composition.references(order, order.found("users").isPresent() ? "users" : "assignees");
        // "Ned posts the ads by Monday, screens the applicants by Friday".
        if (order.option("same").isPresent() && composition.draft.last() instanceof CreateTask before) {
            assignees = before.assignees();
        }
        String title = title(order).orElseGet(this::askTitle);
        if (assignees != null && assignees.size() > 1 && each(order)) {
            for (Reference assignee : assignees) {
                add(new CreateTask(
                        title, null, List.of(assignee), composition.due(order, "due"), priority(order), channel));
            }
            return;
        }
        frame(order);
        OffsetDateTime due = composition.due(order, "due");
        Priority priority = priority(order);
        add(new CreateTask(
                title,
                description(order),
                assignees,
                due == null ? framed : due,
                priority == null ? pressing : priority,
                channel));
    }

    /** "By Friday I want Sarah to ..., Mike to ... and Jennifer to ...": said first, it is said of all of them. */
    private void frame(Order order) {
        if (order.action().equals("again") && order.option("infinitive").isPresent()) {
            return;
        }
        int people = order.matched().slot("assignees").map(Filling::from).orElse(order.from());
        framed = before(order, "due", people) ? composition.due(order, "due") : null;
        pressing = before(order, "priority", people) ? composition.priority(order) : null;
    }

    private static boolean before(Order order, String slot, int position) {
        return order.matched().slot(slot).filter(said -> said.from() < position).isPresent();
    }

    /** "Each department head", not "all of them": one task for everybody. */
    private boolean each(Order order) {
        return order.option("each").isPresent()
                || order.matched()
                        .slot("assignees")
                        .filter(filling -> composition
                                .scene
                                .language()
                                .words("each")
                                .contains(composition
                                        .scene
                                        .transcript()
                                        .at(filling.from())
                                        .norm()))
                        .isPresent();
    }

    private Optional<String> title(Order order) {
        Optional<Value.Span> object = order.span("object");
        return object.isPresent()
                ? order.option("verb")
                        .or(() -> order.span("gerund").map(composition.titles::verb))
                        .map(verb -> composition.titles.done(verb, object.get()))
                : order.span("title")
                        .or(() -> order.span("content"))
                        .filter(this::says)
                        .map(span -> switch (order.option("third").orElse("")) {
                            case "" -> composition.titles.task(span);
                            case "now" -> composition.titles.bare(span);
                            default -> composition.titles.infinitive(span);
                        });
    }

    /** "A task" is no title. */
    private boolean says(Value.Span title) {
        Language language = composition.scene.language();
        return IntStream.range(title.from(), title.to())
                .mapToObj(i -> composition.scene.transcript().at(i).norm())
                .anyMatch(word -> !language.words("articles").contains(word)
                        && !language.words("task_nouns").contains(word)
                        && !language.words("one").contains(word));
    }

    private String askTitle() {
        String key = "title:" + composition.draft.size();
        return composition.answered(key).map(Titles::capitalised).orElseGet(() -> {
            composition.draft.ask(Unclear.missing(ReferenceKind.TASK, Reason.MISSING_NAME, key));
            return "";
        });
    }

    private @Nullable String description(Order order) {
        return order.span("description").map(composition.titles::content).orElse(null);
    }

    private void createEach(Order order, Value.Span span) {
        int announced = order.count("number").orElse(0);
        Listed listed = composition.lists().read(span.from(), span.to(), announced, OWN);
        Reference channel = channel(order);
        List<Reference> common = composition.references(order, "assignees");
        OffsetDateTime due = composition.due(order, "due");
        boolean lastOnly = ofLastOnly(order, span, listed.items());
        for (Item item : listed.items()) {
            List<Detail> own = item.details();
            Optional<Order> does = composition.reader.does(item);
            boolean last = item.equals(listed.items().getLast());
            List<Reference> mine = does.isPresent()
                    ? composition.references(does.get(), "assignees")
                    : composition.references(Composition.detail("assignees", own, listed.shared()));
            When when = Composition.when(Composition.detail("due", own, listed.shared()));
            Priority priority = Composition.detail("priority", own, listed.shared())
                    .map(detail -> detail.filling().value())
                    .filter(Value.Option.class::isInstance)
                    .map(value -> Composition.priority(((Value.Option) value).key()))
                    .orElseGet(() -> priority(order));
            add(new CreateTask(
                    does.flatMap(this::title)
                            .orElseGet(() -> composition.titles.task(new Value.Span(item.from(), item.to()))),
                    null,
                    mine == null && (last || !lastOnly) ? common : mine,
                    when == null ? due : when.due(composition.zone()),
                    priority,
                    channel));
        }
    }

    /** "A by Thursday, B by Friday and C for Mike by Monday": what ends the sentence is said of C alone. */
    private boolean ofLastOnly(Order order, Value.Span span, List<Item> items) {
        boolean trailing = Stream.of("due", "assignees")
                .allMatch(slot -> order.matched()
                        .slot(slot)
                        .filter(filling -> filling.from() >= span.to())
                        .isPresent());
        return trailing
                && composition.scene.transcript().gap(span.to()) == Gap.NONE
                && items.stream()
                        .limit(Math.max(0, items.size() - 1))
                        .anyMatch(item -> Composition.detail("due", item.details(), List.of())
                                .isPresent());
    }

    /** Named, or the channel made in the same breath. */
    private @Nullable Reference channel(Order order) {
        Reference named = composition.reference(order, "channel");
        if (saidFirst(order)) {
            composition.place = named;
        }
        if (named != null || order.found("channel").isPresent()) {
            return named;
        }
        if (order.intent().action().equals("again") && composition.draft.last() instanceof CreateTask before) {
            return before.channel();
        }
        List<Reference> fresh = composition.salience().created(ReferenceKind.CHANNEL);
        return fresh.isEmpty() ? composition.place : fresh.getLast();
    }

    /** "For the spring launch: Sarah writes ..., Mike draws ..." is said of all of them. */
    private static boolean saidFirst(Order order) {
        return order.matched()
                .slot("channel")
                .filter(filling -> filling.from() <= order.from() + 2)
                .isPresent();
    }

    private @Nullable Priority priority(Order order) {
        Priority said = composition.priority(order);
        return said == null && composition.crisis ? Priority.URGENT : said;
    }

    private void add(CreateTask task) {
        String id = composition.draft.add(ActionType.TASK_CREATE, task);
        Reference created = Reference.toAction(id, task.title());
        composition.salience().create(ReferenceKind.TASK, created);
        if (!composition.blockers.isEmpty()) {
            block(created, composition.blockers);
            composition.blockers = new ArrayList<>();
        }
    }

    void block(Reference task, List<Reference> blockers) {
        List<Reference> others =
                blockers.stream().filter(blocker -> !blocker.equals(task)).toList();
        if (!others.isEmpty()) {
            composition.draft.add(ActionType.TASK_ADD_DEPENDENCY, new AddDependency(task, others));
        }
    }

    void depend(Order order) {
        List<Reference> blockers = composition.references(order, "blockers");
        List<Reference> tasks = composition.references(order, "tasks");
        if (blockers != null && tasks != null) {
            tasks.forEach(task -> block(task, blockers));
        }
    }

    /** "Once the contract is signed, ...": what comes next waits for it. */
    void condition(Order order) {
        List<Reference> blockers = composition.references(order, "blockers");
        if (blockers != null) {
            composition.blockers = new ArrayList<>(blockers);
        }
    }

    /** "... once it's done", said last: what the task before it waits for is the one made before that. */
    void waitsAtLast(Reference task, List<Reference> blockers) {
        List<Reference> created = composition.salience().created(ReferenceKind.TASK);
        int before = created.indexOf(task) - 1;
        boolean itself = blockers.equals(List.of(task)) && before >= 0;
        block(task, itself ? List.of(created.get(before)) : blockers);
    }

    /** The tasks that an action makes or changes. */
    List<Reference> waiting(@Nullable Parameters last) {
        if (last instanceof CreateTask) {
            return List.of(composition.salience().created(ReferenceKind.TASK).getLast());
        }
        return last instanceof UpdateTasks update ? update.tasks() : List.of();
    }

    void comment(Order order) {
        Reference task = composition.reference(order, "tasks");
        Optional<String> content = order.span("content").map(composition.titles::content);
        if (content.isEmpty()) {
            composition.draft.ask(Unclear.missing(ReferenceKind.TASK, Reason.MISSING_CONTENT, "comment"));
        } else if (task != null) {
            composition.draft.add(ActionType.TASK_COMMENT, new Comment(task, content.get()));
        }
    }
}
