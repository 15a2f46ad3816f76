package com.ceoplatform.task.batch;

import com.ceoplatform.task.view.TaskResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param items in the order of the request
 */
record BatchResponse(BatchMode mode, int succeeded, int failed, List<Result> items) {

    BatchResponse {
        items = List.copyOf(items);
    }

    /**
     * What became of one item.
     *
     * @param index its place in the request, from 0
     * @param status as it would have been alone: 201, 200 or that of the error
     * @param task as it is now, when the item succeeded
     * @param error why it did not: the problem that it would have been answered with alone
     */
    record Result(
            int index,
            @Nullable String tempId,
            int status,
            @Nullable TaskResponse task,
            @Nullable Map<String, Object> error) {

        boolean succeeded() {
            return error == null;
        }
    }

    static BatchResponse of(BatchMode mode, List<Result> results) {
        int succeeded = (int) results.stream().filter(Result::succeeded).count();
        return new BatchResponse(mode, succeeded, results.size() - succeeded, results);
    }
}
