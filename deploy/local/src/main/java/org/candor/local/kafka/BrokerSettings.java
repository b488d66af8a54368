package org.candor.local.kafka;

import java.nio.file.Path;

/** The broker's configuration: broker and controller in one process. */
final class BrokerSettings {

    private BrokerSettings() {}

    static String text(Path data, int port, int controllerPort) {
        return """
                # Written by the launcher at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                # A topic that nobody declared is a mistake.
                auto.create.topics.enable=false
                num.partitions=6
                # One broker: each internal topic has one copy.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=6
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                # The consumers of a service start together; there is nobody to wait for.
                group.initial.rebalance.delay.ms=0
                # The default buffer of 128 MB would take most of the heap.
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, data);
    }
}
