#!/usr/bin/env bash
# Creates what is missing of topics.tsv (name, partitions, retention in ms, -1 is for ever, clean-up) and
# fails if a topic that exists has another number of partitions: the keyed topics must share one
# count that never changes, or two owners would see records of one identity.
set -euo pipefail

: "${KAFKA_BOOTSTRAP_SERVERS:?names the brokers, as host:port,host:port}"
table=${1:-$(dirname "${BASH_SOURCE[0]}")/topics.tsv}
replication=${TOPIC_REPLICATION_FACTOR:-1}
min_insync=${TOPIC_MIN_INSYNC_REPLICAS:-1}
max_message_bytes=$((4 * 1024 * 1024))

PATH=$PATH:/opt/kafka/bin
client=(--bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS")
if [ -n "${KAFKA_CLIENT_PROPERTIES:-}" ]; then
  client+=(--command-config "$KAFKA_CLIENT_PROPERTIES")
fi

while IFS=$'\t' read -r topic partitions retention_ms cleanup; do
  kafka-topics.sh "${client[@]}" --create --if-not-exists --topic "$topic" \
    --partitions "$partitions" --replication-factor "$replication" \
    --config min.insync.replicas="$min_insync" \
    --config message.timestamp.type=LogAppendTime \
    --config retention.ms="$retention_ms" \
    --config cleanup.policy="$cleanup" \
    --config max.message.bytes="$max_message_bytes" </dev/null
done <"$table"

described=$(kafka-topics.sh "${client[@]}" --describe)
while IFS=$'\t' read -r topic partitions _; do
  if ! grep -qE "^Topic: ${topic}[[:space:]].*PartitionCount: ${partitions}[[:space:]]" <<<"$described"; then
    echo "topic $topic must have $partitions partitions; it has:" >&2
    grep -E "^Topic: ${topic}[[:space:]]" <<<"$described" >&2 || echo "  (no such topic)" >&2
    exit 1
  fi
done <"$table"
echo "all topics of $table exist"
