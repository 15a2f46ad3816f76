package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Detail;
import com.ceoplatform.voice.language.clause.Item;
import com.ceoplatform.voice.language.clause.ListReader.Listed;
import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters.ArchiveChannel;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.UpdateChannel;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.resolve.Unclear.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders about channels. Who joins a channel that this sentence makes is among its first members. */
final class ChannelOrders {

    private static final Set<String> OWN = Set.of("members", "privacy", "type");

    private final Composition composition;

    ChannelOrders(Composition composition) {
        this.composition = composition;
    }

    void create(Order order) {
        List<Reference> members = composition.references(order, "members");
        Privacy privacy = order.option("privacy").map(ChannelOrders::privacy).orElse(null);
        ChannelType type = order.option("type").map(ChannelOrders::type).orElse(null);
        if (type == ChannelType.EMERGENCY) {
            composition.crisis = true;
        }
        Optional<Value.Span> items = order.span("items");
        if (items.isPresent()) {
            createEach(order, items.get(), members, privacy, type);
            return;
        }
        String name = order.span("name").map(composition.titles::channel).orElseGet(this::askName);
        add(name, type, privacy, members);
    }

    private String askName() {
        if (composition.topic != null) {
            return composition.titles.channel(composition.topic);
        }
        String key = "name:" + composition.draft.size();
        return composition.answered(key).map(Titles::capitalised).orElseGet(() -> {
            composition.draft.ask(Unclear.missing(ReferenceKind.CHANNEL, Reason.MISSING_NAME, key));
            return "";
        });
    }

    private void createEach(
            Order order,
            Value.Span span,
            @Nullable List<Reference> members,
            @Nullable Privacy privacy,
            @Nullable ChannelType type) {
        Listed listed = composition
                .lists()
                .read(span.from(), span.to(), order.count("number").orElse(0), OWN);
        for (Item item : listed.items()) {
            List<Detail> own = item.details();
            List<Reference> mine = composition.references(Composition.detail("members", own, listed.shared()));
            Privacy said = Composition.detail("privacy", own, listed.shared())
                    .map(detail -> detail.filling().value())
                    .filter(Value.Option.class::isInstance)
                    .map(value -> privacy(((Value.Option) value).key()))
                    .orElse(privacy);
            add(
                    composition.titles.channel(new Value.Span(item.from(), item.to())),
                    type,
                    said,
                    mine == null ? members : mine);
        }
    }

    private void add(
            String name, @Nullable ChannelType type, @Nullable Privacy privacy, @Nullable List<Reference> members) {
        ChannelType other = composition.crisis ? ChannelType.EMERGENCY : ChannelType.PROJECT;
        String id = composition.draft.add(
                ActionType.CHANNEL_CREATE, new CreateChannel(name, type == null ? other : type, privacy, members));
        composition.salience().create(ReferenceKind.CHANNEL, Reference.toAction(id, name));
    }

    private static Privacy privacy(String key) {
        return Privacy.valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static ChannelType type(String key) {
        return ChannelType.valueOf(key.toUpperCase(Locale.ROOT));
    }

    void members(Order order, ActionType type) {
        List<Reference> members = composition.references(order, "members");
        List<Reference> channels = channels(order);
        if (members == null || members.isEmpty()) {
            return;
        }
        for (Reference channel : channels) {
            Optional<CreateChannel> fresh = composition.draft.made(channel, CreateChannel.class);
            if (fresh.isPresent()) {
                fold(channel, fresh.get(), members, type);
            } else {
                composition.draft.add(type, new ChangeMembers(channel, members));
            }
        }
    }

    private void fold(Reference channel, CreateChannel create, List<Reference> members, ActionType type) {
        Set<Reference> all = new LinkedHashSet<>(create.members() == null ? List.of() : create.members());
        if (type == ActionType.CHANNEL_ADD_MEMBERS) {
            all.addAll(members);
        } else {
            members.forEach(all::remove);
        }
        composition.draft.replace(
                Draft.index(channel),
                new CreateChannel(create.name(), create.type(), create.privacy(), List.copyOf(all)));
    }

    /** Named, or the one that was spoken of last. */
    private List<Reference> channels(Order order) {
        if (order.found("channel").isPresent()) {
            List<Reference> named = composition.references(order, "channel");
            return named == null ? List.of() : named;
        }
        String key = "channel:" + order.from();
        Optional<List<Reference>> answer = composition.scene.bound("missing:" + key);
        List<Reference> last = answer.orElseGet(() -> composition
                .salience()
                .last(ReferenceKind.CHANNEL)
                .map(entry -> entry.references())
                .orElse(List.of()));
        if (last.isEmpty()) {
            composition.draft.ask(Unclear.missing(ReferenceKind.CHANNEL, Reason.MISSING, key));
        }
        return last;
    }

    void rename(Order order) {
        List<Reference> channels = channels(order);
        String key = "name:" + order.from();
        Optional<String> name =
                order.span("name").map(composition.titles::channel).or(() -> composition.answered(key));
        if (name.isEmpty()) {
            composition.draft.ask(Unclear.missing(ReferenceKind.CHANNEL, Reason.MISSING_NAME, key));
        }
        if (name.isEmpty() || channels.isEmpty()) {
            return;
        }
        Reference channel = channels.getFirst();
        Optional<CreateChannel> fresh = composition.draft.made(channel, CreateChannel.class);
        if (fresh.isPresent()) {
            CreateChannel create = fresh.get();
            composition.draft.settle("missing:name:" + Draft.index(channel));
            composition.draft.replace(
                    Draft.index(channel),
                    new CreateChannel(name.get(), create.type(), create.privacy(), create.members()));
        } else {
            composition.draft.add(ActionType.CHANNEL_UPDATE, new UpdateChannel(channel, name.get()));
        }
    }

    void archive(Order order) {
        if (order.option("deletion").isPresent()) {
            composition.draft.deleting();
        }
        channels(order)
                .forEach(channel -> composition.draft.add(ActionType.CHANNEL_ARCHIVE, new ArchiveChannel(channel)));
    }

    /** "Make it private": only for a channel that this sentence makes. */
    void privacy(Reference channel, String key) {
        composition
                .draft
                .made(channel, CreateChannel.class)
                .ifPresent(create -> composition.draft.replace(
                        Draft.index(channel),
                        new CreateChannel(create.name(), create.type(), privacy(key), create.members())));
    }
}
