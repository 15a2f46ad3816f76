package com.ceoplatform.realtime.connection;

/** Who wants to know about connections; called on event loops, must not block. */
public interface ConnectionListener {

    /** The client has got its welcome. */
    default void opened(Connection connection) {}

    /** The client is gone; also called when it was never welcomed. */
    default void closed(Connection connection) {}
}
