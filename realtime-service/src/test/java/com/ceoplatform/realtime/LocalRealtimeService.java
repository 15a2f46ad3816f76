package com.ceoplatform.realtime;

import com.ceoplatform.realtime.support.ChannelServiceStandIn;
import com.ceoplatform.realtime.support.Replica;

/** Runs the service for development: Kafka and Redis of its own, nobody a member of anything. */
class LocalRealtimeService {

    public static void main(String[] args) {
        Replica.start(new ChannelServiceStandIn(), "server.port=8086");
    }
}
