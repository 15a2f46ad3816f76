package com.ceoplatform.task.batch;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.task.access.Viewer;
import com.ceoplatform.task.batch.ItemKeys.ItemKey;
import com.ceoplatform.task.task.TaskService;
import com.ceoplatform.task.view.TaskResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does one item of a batch: in the transaction of the batch, or in one of its own. */
@Service
class ItemWork {

    private final TaskService tasks;
    private final ItemReader reader;
    private final ItemKeys keys;

    ItemWork(TaskService tasks, ItemReader reader, ItemKeys keys) {
        this.tasks = tasks;
        this.reader = reader;
        this.keys = keys;
    }

    /**
     * Does an item, once under a key.
     *
     * @param ids of the tasks that other items created, by name
     */
    @Transactional
    public TaskResponse apply(BatchItem item, Map<String, UUID> ids, @Nullable ItemKey key, Viewer viewer) {
        if (key == null) {
            return apply(item, ids, viewer);
        }
        Optional<TaskResponse> before = keys.take(key);
        if (before.isPresent()) {
            return before.get();
        }
        TaskResponse result = apply(item, ids, viewer);
        keys.remember(key, result);
        return result;
    }

    private TaskResponse apply(BatchItem item, Map<String, UUID> ids, Viewer viewer) {
        if (item.creates()) {
            return tasks.create(Ids.next(), reader.creation(item, ids), viewer);
        }
        return tasks.update(
                reader.target(item, ids), reader.edit(item, ids), new ExpectedVersion(item.version()), viewer);
    }
}
