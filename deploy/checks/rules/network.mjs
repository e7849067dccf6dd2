// What a pod is told the address of, it may reach: names resolve, its own policies let it out, and the other's let it in.
import { addressesOf } from "./addresses.mjs";
import { containers, matches, nameOf, named, ofKind, workloads } from "../manifests.mjs";

/** Settings are shared; these are read by nobody in there. */
const unread = {
  "Deployment/intake-service": [5432],
  // Ends before it would ask brokers, or have anything to tell a collector.
  "Job/migrations": [9092, 9093, 4318],
  "Job/topics": [5432],
};

export function reachable(resources) {
  const policies = [...ofKind(resources, "NetworkPolicy"), ...strimzis(resources)];
  return workloads(resources).flatMap((workload) => {
    const { name, labels } = workload;
    const called = addressesOf(resources, workload).filter(({ port }) => !unread[name]?.includes(port));
    const faults = [];
    for (const { host, port } of called) {
      const other = behind(resources, host, port);
      if (!other || other.labels === labels) continue;
      if (!lets(policies, "Egress", labels, other.labels, other)) {
        faults.push(`${name}: no network policy lets it out to ${host}:${port}`);
      }
      if (!lets(policies, "Ingress", other.labels, labels, other)) {
        faults.push(`${name}: no network policy lets it in to ${host}:${port}`);
      }
    }
    if (called.length > 0 && !lets(policies, "Egress", labels, {}, { port: 53, protocol: "UDP" })) {
      faults.push(`${name}: no network policy lets it resolve names`);
    }
    return faults;
  });
}

/** What Strimzi makes of a listener: it lets its peers in, or everybody if none are named. */
function strimzis(resources) {
  return ofKind(resources, "Kafka").map(({ metadata, spec }) => ({
    spec: {
      podSelector: { matchLabels: brokersOf(metadata.name) },
      policyTypes: ["Ingress"],
      ingress: spec.kafka.listeners.map(({ port, networkPolicyPeers: from }) => ({ from, ports: [{ port }] })),
    },
  }));
}
const brokersOf = (name) => ({ "strimzi.io/cluster": name, "strimzi.io/name": `${name}-kafka` });

/** Brokers let in only those whom they name. */
export function openListeners(resources) {
  return ofKind(resources, "Kafka").flatMap((kafka) =>
    kafka.spec.kafka.listeners
      .filter(({ networkPolicyPeers = [] }) => networkPolicyPeers.length === 0)
      .map(({ name }) => `${nameOf(kafka)}: everybody may reach its listener ${name}`),
  );
}

/** The labels and the port of the pods that a name stands for; undefined if it is none of this namespace. */
function behind(resources, host, port) {
  const service = named(resources, "Service", host);
  if (service) {
    const target = service.spec.ports.find((it) => it.port === port)?.targetPort;
    const pods = workloads(resources).find(({ labels }) =>
      matches({ matchLabels: service.spec.selector }, labels),
    );
    if (!pods) return undefined;
    const ports = containers(pods.pod).flatMap((container) => container.ports ?? []);
    const own = ports.find((it) => [it.name, it.containerPort].includes(target));
    return { labels: pods.labels, port: own?.containerPort, portName: own?.name };
  }
  for (const { metadata } of ofKind(resources, "Kafka")) {
    if (host === `${metadata.name}-kafka-bootstrap`) return { labels: brokersOf(metadata.name), port };
  }
  for (const { metadata } of ofKind(resources, "Cluster")) {
    if (host === `${metadata.name}-rw`) return { labels: { "cnpg.io/cluster": metadata.name }, port };
  }
  return undefined;
}

/** Whether those with these labels, which a policy of that direction isolates, may talk to the peer. */
function lets(policies, direction, labels, peer, { port, portName, protocol = "TCP" }) {
  const applying = policies.filter(
    ({ spec }) => spec.policyTypes.includes(direction) && matches(spec.podSelector, labels),
  );
  const rules = applying.flatMap(({ spec }) => spec[direction.toLowerCase()] ?? []);
  const isPeer = (rule) => {
    const peers = rule[direction === "Egress" ? "to" : "from"];
    return !peers || peers.some((it) => it.podSelector && matches(it.podSelector, peer));
  };
  const isPort = (rule) =>
    !rule.ports ||
    rule.ports.some(
      (it) =>
        (it.protocol ?? "TCP") === protocol &&
        (it.port === portName || (port >= it.port && port <= (it.endPort ?? it.port))),
    );
  return applying.length === 0 || rules.some((rule) => isPeer(rule) && isPort(rule));
}
