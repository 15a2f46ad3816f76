package com.ceoplatform.deploy.infrastructure;

import java.nio.file.Path;
import java.util.List;

/** Settings of a broker that is alone: one copy of everything, and back within seconds after it was killed. */
final class KafkaSettings {

    private KafkaSettings() {}

    static List<String> lines(int port, int controllerPort, Path records) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=PLAINTEXT",
                "log.dirs=" + records,
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=10",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "broker.session.timeout.ms=2000",
                "broker.heartbeat.interval.ms=500",
                "controller.quorum.election.timeout.ms=200",
                "num.network.threads=2",
                "num.io.threads=4",
                "log.segment.bytes=67108864");
    }
}
