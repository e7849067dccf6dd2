// Topics are those of the code, and nobody scales beyond their partitions.
import { readFileSync } from "node:fs";
import { nameOf, ofKind } from "../manifests.mjs";

/** The one table of topics, which a lint holds against the code. */
export const table = readFileSync(new URL("../../kafka/topics.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t"))
  .map(([name, partitions, retention, cleanup]) => ({
    name,
    partitions: Number(partitions),
    retention: Number(retention),
    cleanup,
  }));

/** Where Strimzi makes the topics, it makes all of the table, as the table has them. */
export function topics(resources) {
  const declared = ofKind(resources, "KafkaTopic");
  if (declared.length === 0) return [];
  const found = declared.map(({ metadata, spec }) => ({
    name: spec.topicName ?? metadata.name,
    partitions: spec.partitions,
    retention: spec.config["retention.ms"],
    cleanup: spec.config["cleanup.policy"],
  }));
  const text = (topic) => JSON.stringify([topic.name, topic.partitions, topic.retention, topic.cleanup]);
  const wanted = table.map(text);
  const got = found.map(text);
  return [
    ...wanted.filter((it) => !got.includes(it)).map((it) => `no KafkaTopic is ${it}`),
    ...got.filter((it) => !wanted.includes(it)).map((it) => `KafkaTopic ${it} isn't in topics.tsv`),
    ...declared
      .filter(({ spec }) => Number(spec.config["min.insync.replicas"]) >= spec.replicas && spec.replicas > 1)
      .map((it) => `${nameOf(it)}: takes no records while one broker is away`),
  ];
}

/** An instance beyond the number of partitions would have nothing to do. */
export function scaling(resources) {
  return ofKind(resources, "ScaledObject").flatMap((scaled) => {
    const lags = scaled.spec.triggers.filter((trigger) => trigger.type === "kafka");
    const partitions = lags.map(
      ({ metadata }) => table.find((topic) => topic.name === metadata.topic)?.partitions ?? 0,
    );
    const most = Math.min(...partitions);
    return [
      ...(scaled.spec.maxReplicaCount > most
        ? [`${nameOf(scaled)}: ${scaled.spec.maxReplicaCount} instances share ${most} partitions`]
        : []),
      ...lags
        .filter(({ metadata }) => metadata.allowIdleConsumers !== "false")
        .map(() => `${nameOf(scaled)}: must say that idle consumers aren't allowed`),
      ...(scaled.spec.minReplicaCount > 0 ? [] : [`${nameOf(scaled)}: scales to nothing, which serves nobody`]),
    ];
  });
}
