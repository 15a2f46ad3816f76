package com.ceoplatform.task.batch;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.common.web.problem.Problems;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.batch.BatchResponse.Result;
import com.ceoplatform.task.batch.ItemKeys.ItemKey;
import com.ceoplatform.task.task.TaskLocks;
import com.ceoplatform.task.view.TaskResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does batches: as one change, or item by item. */
@Service
class BatchService {

    private static final Logger LOG = LoggerFactory.getLogger(BatchService.class);

    private final ItemWork work;
    private final ItemReader reader;
    private final ItemKeys keys;
    private final TaskLocks locks;

    BatchService(ItemWork work, ItemReader reader, ItemKeys keys, TaskLocks locks) {
        this.work = work;
        this.reader = reader;
        this.keys = keys;
        this.locks = locks;
    }

    /** @throws DomainException {@code batch_refused} with the item that failed, whose status it has */
    @Idempotent
    @Transactional
    public BatchResponse allOrNothing(BatchRequest request, Viewer viewer) {
        List<BatchItem> items = request.items();
        ItemOrder order = ItemOrder.of(items);
        locks.lockAll(changed(items));
        Map<String, UUID> ids = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (int index : order.order()) {
            BatchItem item = items.get(index);
            try {
                results.add(done(index, item, work.apply(item, ids, null, viewer), ids));
            } catch (DomainException refusal) {
                throw refused(index, item, refusal);
            }
        }
        results.sort(Comparator.comparingInt(Result::index));
        return BatchResponse.of(BatchMode.ALL_OR_NOTHING, results);
    }

    /** Locked in one order by everybody, so that two batches never wait for each other. */
    private Set<UUID> changed(List<BatchItem> items) {
        Set<UUID> ids = new HashSet<>();
        for (BatchItem item : items) {
            if (!item.creates()) {
                try {
                    ids.add(UUID.fromString(String.valueOf(item.id())));
                } catch (IllegalArgumentException name) {
                    LOG.trace("{} is the name of an item", name.getMessage());
                }
            }
        }
        return ids;
    }

    private static DomainException refused(int index, BatchItem item, DomainException refusal) {
        Result failed = failure(index, item, Problems.of(refusal));
        return new DomainException(
                refusal.kind(),
                "batch_refused",
                "Item " + index + " failed, so nothing was done: " + refusal.detail(),
                Map.of("items", List.of(failed)));
    }

    /**
     * Does each item in a transaction of its own.
     *
     * @throws DomainException 422 {@code idempotency_key_reused}
     */
    public BatchResponse perItem(BatchRequest request, @Nullable String key, Viewer viewer) {
        List<BatchItem> items = request.items();
        ItemOrder order = ItemOrder.of(items);
        String hash = key == null ? "" : keys.hash(request);
        if (key != null) {
            keys.requireSame(viewer.id(), key, hash);
        }
        Map<String, UUID> ids = new HashMap<>();
        Map<Integer, Result> results = new HashMap<>();
        for (int index : order.order()) {
            ItemKey itemKey = key == null ? null : new ItemKey(viewer.id(), key, index, hash);
            List<Integer> failed = order.needs().getOrDefault(index, Set.of()).stream()
                    .filter(other ->
                            !ids.containsKey(String.valueOf(items.get(other).tempId())))
                    .toList();
            BatchItem item = items.get(index);
            results.put(
                    index,
                    failed.isEmpty()
                            ? attempt(index, item, ids, itemKey, viewer)
                            : failure(index, item, Problems.of(refersTo(failed.getFirst()))));
        }
        return BatchResponse.of(
                BatchMode.PER_ITEM,
                results.values().stream()
                        .sorted(Comparator.comparingInt(Result::index))
                        .toList());
    }

    private static DomainException refersTo(int other) {
        return DomainException.conflict("refers_to_failed_item", "It refers to item " + other + ", which failed.");
    }

    private Result attempt(int index, BatchItem item, Map<String, UUID> ids, @Nullable ItemKey key, Viewer viewer) {
        try {
            return done(index, item, work.apply(item, ids, key, viewer), ids);
        } catch (DomainException refusal) {
            return failure(index, item, Problems.of(refusal));
        } catch (RuntimeException unexpected) {
            LOG.error("Item {} of a batch failed", index, unexpected);
            return failure(index, item, Problems.internal());
        }
    }

    private static Result done(int index, BatchItem item, TaskResponse task, Map<String, UUID> ids) {
        if (item.tempId() != null) {
            ids.put(item.tempId(), task.id());
        }
        return new Result(index, item.tempId(), item.creates() ? 201 : 200, task, null);
    }

    private static Result failure(int index, BatchItem item, ProblemDetail problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", String.valueOf(problem.getType()));
        error.put("title", String.valueOf(problem.getTitle()));
        error.put("status", problem.getStatus());
        error.put("detail", String.valueOf(problem.getDetail()));
        error.putAll(Objects.requireNonNullElse(problem.getProperties(), Map.of()));
        return new Result(index, item.tempId(), problem.getStatus(), null, error);
    }

    /** What the items are about, as far as it can be read before anything is done. */
    List<Wish> wishes(BatchRequest request) {
        Map<String, UUID> placeholders = new HashMap<>();
        for (BatchItem item : request.items()) {
            if (item.tempId() != null) {
                placeholders.put(item.tempId(), new UUID(0, 0));
            }
        }
        List<Wish> wishes = new ArrayList<>();
        for (BatchItem item : request.items()) {
            try {
                wishes.add(
                        item.creates()
                                ? new Wish.ToCreate(reader.creation(item, placeholders))
                                : new Wish.ToChange(
                                        reader.target(item, placeholders), reader.edit(item, placeholders)));
            } catch (DomainException toldLater) {
                LOG.trace("An item cannot be read", toldLater);
            }
        }
        return wishes;
    }
}
