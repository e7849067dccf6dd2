package dev.supportpulse.localstack;

import java.nio.file.Path;

/** The broker's {@code server.properties}: one node, loopback only, sized for one machine. */
final class BrokerConfig {

  private BrokerConfig() {}

  static String of(Path data, int clientPort, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=CLIENT
        controller.listener.names=CONTROLLER
        log.dirs=%3$s

        auto.create.topics.enable=false
        message.max.bytes=%4$d
        log.message.timestamp.type=LogAppendTime
        group.initial.rebalance.delay.ms=0

        # One node can't replicate.
        default.replication.factor=1
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1

        # A few clients: small pools and few internal partitions keep start and memory small.
        offsets.topic.num.partitions=3
        transaction.state.log.num.partitions=3
        share.coordinator.state.topic.num.partitions=3
        num.network.threads=2
        num.io.threads=4
        background.threads=2
        log.cleaner.dedupe.buffer.size=4194304
        """
        .formatted(
            clientPort,
            controllerPort,
            data.toAbsolutePath().toString().replace("\\", "\\\\"),
            KafkaBroker.MAX_MESSAGE_BYTES);
  }
}
