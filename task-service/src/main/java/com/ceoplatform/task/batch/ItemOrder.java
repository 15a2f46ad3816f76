package com.ceoplatform.task.batch;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the items of a batch can be done: each after those that it refers to and after earlier changes of the
 * same task, otherwise as they came.
 *
 * @param order the items' places in the request
 * @param needs which others each of them refers to
 */
record ItemOrder(List<Integer> order, Map<Integer, Set<Integer>> needs) {

    /** @throws DomainException 422 for names that are given twice, and for items that wait for each other */
    static ItemOrder of(List<BatchItem> items) {
        Map<String, Integer> named = names(items);
        Map<Integer, Set<Integer>> needs = new HashMap<>();
        Map<Integer, Set<Integer>> before = new HashMap<>();
        Map<String, Integer> lastChange = new HashMap<>();
        for (int index = 0; index < items.size(); index++) {
            Set<Integer> others = new HashSet<>();
            for (String name : ItemReader.mentions(items.get(index))) {
                if (named.containsKey(name)) {
                    others.add(named.get(name));
                }
            }
            needs.put(index, Set.copyOf(others));
            String target = items.get(index).id();
            if (target != null && lastChange.containsKey(target)) {
                others.add(lastChange.get(target));
            }
            if (target != null) {
                lastChange.put(target, index);
            }
            before.put(index, others);
        }
        return new ItemOrder(sorted(before), needs);
    }

    private static Map<String, Integer> names(List<BatchItem> items) {
        Map<String, Integer> named = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            String name = items.get(index).tempId();
            String field = "items[" + index + "].tempId";
            if (name == null) {
                continue;
            }
            if (name.isBlank() || name.length() > 64) {
                errors.add(new FieldError(field, "must have 1 to 64 characters"));
            } else if (!items.get(index).creates()) {
                errors.add(new FieldError(field, "is only for items that create a task"));
            } else if (named.putIfAbsent(name, index) != null) {
                errors.add(new FieldError(field, "is used by another item"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
        return named;
    }

    private static List<Integer> sorted(Map<Integer, Set<Integer>> before) {
        List<Integer> order = new ArrayList<>();
        while (order.size() < before.size()) {
            int next = -1;
            for (int index = 0; index < before.size() && next < 0; index++) {
                if (!order.contains(index) && order.containsAll(before.getOrDefault(index, Set.of()))) {
                    next = index;
                }
            }
            if (next < 0) {
                throw DomainException.invalid("items", "refer to each other in a circle");
            }
            order.add(next);
        }
        return order;
    }
}
