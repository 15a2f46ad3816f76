package com.ceoplatform.common.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new replication slot when the old one is gone, and sends again what the lost one may not have brought: the
 * outbox keeps its rows longer than the write-ahead log lasts. Consumers know the events that they have had by their ids.
 */
final class SlotRepair {

    private static final Logger LOG = LoggerFactory.getLogger(SlotRepair.class);

    private static final int PAGE = 500;

    /** A row may have been written so long before its transaction was committed. */
    private static final String LONGEST_TRANSACTION = "10 minutes";

    private static final String UNCERTAIN = "SELECT * FROM outbox.event WHERE topic <> '' AND created_at >="
            + " (SELECT until FROM outbox.relayed WHERE slot = ?) - interval '" + LONGEST_TRANSACTION + "'"
            + " ORDER BY created_at, id";

    private final RelayDatabase database;
    private final ReplicationSlot slot;
    private final Relayed relayed;
    private final Producer<String, byte[]> producer;
    private final BooleanSupplier leading;

    SlotRepair(
            RelayDatabase database, ReplicationSlot slot, Producer<String, byte[]> producer, BooleanSupplier leading) {
        this.database = database;
        this.slot = slot;
        this.relayed = new Relayed(slot.name());
        this.producer = producer;
        this.leading = leading;
    }

    /** Does nothing while all is well; begun and interrupted, it is done from the beginning the next time. */
    void run() throws SQLException, InterruptedException {
        // A slot is ready only when every transaction that runs has ended: no time limit of a socket fits.
        try (Connection connection = database.connectPatiently()) {
            relayed.register(connection);
            if (slot.isUsable(connection) && relayed.isComplete(connection)) {
                return;
            }
            LOG.error("The replication slot {} is lost; events are sent again from the outbox", slot.name());
            relayed.beginRepair(connection);
            if (!slot.isUsable(connection)) {
                slot.renew(connection);
            }
            long sent = sendAgain(connection);
            relayed.endRepair(connection);
            LOG.warn("Sent {} events again after the loss of the replication slot {}", sent, slot.name());
        }
    }

    /** With a cursor, which needs a transaction: the rows may be more than fit into memory. */
    private long sendAgain(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement(UNCERTAIN)) {
            query.setFetchSize(PAGE);
            query.setString(1, slot.name());
            try (ResultSet rows = query.executeQuery()) {
                return send(rows);
            }
        } finally {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private long send(ResultSet rows) throws SQLException, InterruptedException {
        long sent = 0;
        List<Future<?>> page = new ArrayList<>(PAGE);
        while (rows.next()) {
            page.add(producer.send(OutboxRow.of(rows).toRecord()));
            sent++;
            if (page.size() == PAGE) {
                await(page);
            }
        }
        await(page);
        return sent;
    }

    private void await(List<Future<?>> page) throws InterruptedException {
        if (!leading.getAsBoolean()) {
            throw new IllegalStateException("No longer the leader: the repair is left to the new one");
        }
        for (Future<?> acknowledgement : page) {
            try {
                acknowledgement.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("Kafka did not take an event", failure);
            }
        }
        page.clear();
    }
}
