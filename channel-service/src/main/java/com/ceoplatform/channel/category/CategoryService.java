package com.ceoplatform.channel.category;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.channel.Channel;
import com.ceoplatform.channel.channel.ChannelEvents;
import com.ceoplatform.channel.channel.Channels;
import com.ceoplatform.channel.channel.FieldChange;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.request.ExpectedVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders the channels of the organisation under headings: everybody sees them, the CEO and managers decide on them. */
@Service
class CategoryService {

    static final int NAME_LENGTH = 80;

    private final Categories categories;
    private final Channels channels;
    private final ChannelEvents events;
    private final Clock clock;

    CategoryService(Categories categories, Channels channels, ChannelEvents events, Clock clock) {
        this.categories = requireNonNull(categories, "categories is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Transactional(readOnly = true)
    public CursorPage<CategoryResponse> list(int limit, @Nullable Cursor after) {
        int position = after == null ? -1 : (int) after.number(0);
        UUID id = after == null ? new UUID(0, 0) : after.uuid(1);
        List<Category> rows = categories.page(position, id, Limit.of(limit + 1));
        return CursorPage.of(rows, limit, category -> Cursor.of(category.position(), category.id()))
                .map(CategoryResponse::from);
    }

    @Idempotent
    @Transactional
    public CategoryResponse create(Caller caller, CategoryRequest request) {
        List<Category> all = lock(caller);
        requireFree(all, null, request.name());
        Category category = new Category(request.name(), all.size(), caller.id(), now());
        categories.saveAndFlush(category);
        if (request.position() != null) {
            all.add(category);
            place(all, category, request.position());
        }
        return CategoryResponse.from(category);
    }

    @Idempotent
    @Transactional
    public CategoryResponse update(
            Caller caller, UUID categoryId, CategoryRequest.Update request, ExpectedVersion expected) {
        List<Category> all = lock(caller);
        Category category = find(all, categoryId);
        expected.check(category.version());
        String name = request.name().orElse(category.name());
        Integer position = request.position().orElse(category.position());
        requireValid(name, position);
        requireFree(all, category, requireNonNull(name));
        category.rename(name, now());
        place(all, category, requireNonNull(position));
        categories.saveAndFlush(category);
        return CategoryResponse.from(category);
    }

    private static void requireValid(@Nullable String name, @Nullable Integer position) {
        if (name == null || name.isBlank() || name.codePointCount(0, name.length()) > NAME_LENGTH) {
            throw DomainException.invalid("name", "must have 1 to " + NAME_LENGTH + " characters");
        }
        if (position == null || position < 0) {
            throw DomainException.invalid("position", "must be 0 or more");
        }
    }

    /** Its channels stay, without a category. */
    @Transactional
    public void delete(Caller caller, UUID categoryId, ExpectedVersion expected) {
        List<Category> all = lock(caller);
        Category category = find(all, categoryId);
        expected.check(category.version());
        Instant now = now();
        category.delete(now);
        all.remove(category);
        // Waits for those who are putting channels into it, and keeps others from doing so.
        categories.saveAndFlush(category);
        for (Channel channel : channels.findOfCategoryForChange(categoryId)) {
            channel.leaveCategory(now);
            channels.saveAndFlush(channel);
            events.updated(channel, Map.of("categoryId", new FieldChange(categoryId, null)));
        }
        number(all, now);
    }

    private List<Category> lock(Caller caller) {
        if (caller.role() == Role.STAFF) {
            throw DomainException.forbidden("Only the CEO and managers decide on categories.");
        }
        categories.lock();
        return new ArrayList<>(categories.inOrder());
    }

    private static Category find(List<Category> all, UUID categoryId) {
        return all.stream()
                .filter(category -> category.id().equals(categoryId))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("category"));
    }

    private static void requireFree(List<Category> all, @Nullable Category except, String name) {
        if (all.stream().anyMatch(other -> !other.equals(except) && other.name().equalsIgnoreCase(name))) {
            throw DomainException.conflict("category_exists", "There is a category of this name already.");
        }
    }

    private void place(List<Category> all, Category category, int position) {
        all.remove(category);
        all.add(Math.min(position, all.size()), category);
        number(all, now());
    }

    private void number(List<Category> all, Instant now) {
        for (int index = 0; index < all.size(); index++) {
            all.get(index).moveTo(index, now);
        }
        categories.saveAllAndFlush(all);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
