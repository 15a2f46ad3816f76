package com.ceoplatform.realtime.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Puts the records of several partitions into the order of their time and leaves the order within each partition alone, so
 * that what was caused comes after its cause also where the two lie in different topics.
 */
final class TimeMerge {

    private TimeMerge() {}

    private static final class Head {
        private final Iterator<ConsumerRecord<String, byte[]>> rest;
        private ConsumerRecord<String, byte[]> record;

        private Head(Iterator<ConsumerRecord<String, byte[]>> rest) {
            this.rest = rest;
            this.record = rest.next();
        }

        private long time() {
            return record.timestamp();
        }
    }

    static List<ConsumerRecord<String, byte[]>> merge(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> merged = new ArrayList<>(records.count());
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(Head::time));
        records.partitions()
                .forEach(partition ->
                        heads.add(new Head(records.records(partition).iterator())));
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            merged.add(head.record);
            if (head.rest.hasNext()) {
                head.record = head.rest.next();
                heads.add(head);
            }
        }
        return merged;
    }
}
