// Whatever names something else names something that exists.
import { containers, matches, nameOf, named, ofKind, workloads } from "../manifests.mjs";
import { addressesIn, addressesOf } from "./addresses.mjs";
import { keysOf } from "./secrets.mjs";

export function selectors(resources) {
  const running = workloads(resources);
  const selected = (selector) => running.some((it) => matches(selector, it.labels));
  const faults = [];
  for (const { owner, name, labels, pod } of running) {
    if (owner.spec.selector && !matches(owner.spec.selector, labels)) {
      faults.push(`${name}: its selector doesn't match the labels of its pods`);
    }
    for (const { labelSelector } of pod.topologySpreadConstraints ?? []) {
      if (!matches(labelSelector, labels)) faults.push(`${name}: spreads other pods than its own`);
    }
  }
  for (const service of ofKind(resources, "Service")) {
    if (service.spec.selector && !selected({ matchLabels: service.spec.selector })) {
      faults.push(`${nameOf(service)}: selects no pod`);
    }
  }
  for (const budget of ofKind(resources, "PodDisruptionBudget")) {
    if (!selected(budget.spec.selector)) faults.push(`${nameOf(budget)}: selects no pod`);
  }
  for (const policy of ofKind(resources, "NetworkPolicy")) {
    const rules = [...(policy.spec.ingress ?? []), ...(policy.spec.egress ?? [])];
    const peers = rules
      .flatMap((rule) => [...(rule.from ?? []), ...(rule.to ?? [])])
      .filter((peer) => peer.podSelector && !peer.namespaceSelector)
      .map((peer) => peer.podSelector);
    for (const selector of [policy.spec.podSelector, ...peers]) {
      if (!selected(selector) && !isOperators(resources, selector)) {
        faults.push(`${nameOf(policy)}: ${JSON.stringify(selector)} selects no pod`);
      }
    }
  }
  for (const monitor of ofKind(resources, "ServiceMonitor")) {
    const services = ofKind(resources, "Service").filter((service) =>
      matches(monitor.spec.selector, service.metadata.labels ?? {}),
    );
    if (services.length === 0) faults.push(`${nameOf(monitor)}: selects no service`);
    for (const { port } of monitor.spec.endpoints) {
      if (!services.every((service) => service.spec.ports.some((it) => it.name === port))) {
        faults.push(`${nameOf(monitor)}: not every service has a port ${port}`);
      }
    }
  }
  return faults;
}

/** Pods that an operator makes of a resource carry that resource's name in a label of its own. */
function isOperators(resources, { matchLabels = {} }) {
  const labels = { "cnpg.io/cluster": "Cluster", "strimzi.io/cluster": "Kafka" };
  return Object.entries(labels).some(
    ([label, kind]) => label in matchLabels && named(resources, kind, matchLabels[label]),
  );
}

export function volumes(resources) {
  return workloads(resources).flatMap(({ owner, name, pod }) => {
    const claims = (owner.spec.volumeClaimTemplates ?? []).map((claim) => claim.metadata.name);
    const declared = [...(pod.volumes ?? []).map((volume) => volume.name), ...claims];
    const mounted = containers(pod).flatMap((it) => (it.volumeMounts ?? []).map((m) => m.name));
    return [
      ...mounted
        .filter((volume) => !declared.includes(volume))
        .map((volume) => `${name}: mounts ${volume}, which is no volume of it`),
      ...declared
        .filter((volume) => !mounted.includes(volume))
        .map((volume) => `${name}: nothing mounts the volume ${volume}`),
    ];
  });
}

/** Config maps, secrets and their keys, and service accounts. */
export function sources(resources) {
  const faults = [];
  const configMap = (by, name, keys) => {
    const found = named(resources, "ConfigMap", name);
    if (!found) return faults.push(`${by}: there is no config map ${name}`);
    for (const key of keys.filter((key) => !(key in found.data))) {
      faults.push(`${by}: config map ${name} has no ${key}`);
    }
  };
  const secret = (by, name, keys) => {
    const known = keysOf(resources, name);
    if (!known) return faults.push(`${by}: nobody makes the secret ${name}`);
    for (const key of keys.filter((key) => !known.includes(key))) {
      faults.push(`${by}: secret ${name} has no ${key}`);
    }
  };
  for (const { name, pod } of workloads(resources)) {
    const account = pod.serviceAccountName;
    if (!named(resources, "ServiceAccount", account)) {
      faults.push(`${name}: there is no service account ${account}`);
    }
    for (const container of containers(pod)) {
      for (const from of container.envFrom ?? []) {
        if (from.configMapRef) configMap(name, from.configMapRef.name, []);
        if (from.secretRef) secret(name, from.secretRef.name, []);
      }
      for (const { valueFrom } of container.env ?? []) {
        const { configMapKeyRef, secretKeyRef } = valueFrom ?? {};
        if (configMapKeyRef) configMap(name, configMapKeyRef.name, [configMapKeyRef.key]);
        if (secretKeyRef) secret(name, secretKeyRef.name, [secretKeyRef.key]);
      }
    }
    for (const volume of pod.volumes ?? []) {
      const items = (source) => (source.items ?? []).map((item) => item.key);
      for (const source of [volume, ...(volume.projected?.sources ?? [])]) {
        if (source.configMap) configMap(name, source.configMap.name, items(source.configMap));
        if (source.secret) {
          secret(name, source.secret.secretName ?? source.secret.name, items(source.secret));
        }
      }
      if (volume.configMap) {
        const paths = containers(pod)
          .flatMap((container) => container.volumeMounts ?? [])
          .filter((mount) => mount.name === volume.name && mount.subPath)
          .map((mount) => mount.subPath);
        configMap(name, volume.configMap.name, paths);
      }
    }
  }
  for (const trigger of ofKind(resources, "TriggerAuthentication")) {
    for (const { name, key } of trigger.spec.secretTargetRef ?? []) {
      secret(nameOf(trigger), name, [key]);
    }
  }
  for (const store of ofKind(resources, "ObjectStore")) {
    const credentials = Object.values(store.spec.configuration.s3Credentials ?? {});
    for (const { name, key } of credentials) secret(nameOf(store), name, [key]);
  }
  for (const cluster of ofKind(resources, "Cluster")) {
    const owner = cluster.spec.bootstrap?.initdb?.secret?.name;
    if (owner) secret(nameOf(cluster), owner, ["username", "password"]);
  }
  for (const way of ofKind(resources, "Ingress", "Gateway")) {
    const byListener = (way.spec.listeners ?? []).flatMap((it) => it.tls?.certificateRefs ?? []);
    const names = [...(way.spec.tls ?? []).map((it) => it.secretName), ...byListener.map((it) => it.name)];
    for (const name of names) secret(nameOf(way), name, ["tls.crt", "tls.key"]);
  }
  return faults;
}

/** Ports by name and number, wherever a service, a probe, a policy, a way in or an address has one. */
export function ports(resources) {
  const faults = [];
  const running = workloads(resources);
  const portsOf = (pod) => containers(pod).flatMap((container) => container.ports ?? []);
  for (const { name, pod } of running) {
    for (const container of containers(pod)) {
      const own = (container.ports ?? []).map((port) => port.name);
      for (const port of container.ports ?? []) {
        if (port.containerPort < 1024 || port.containerPort > 65535) {
          faults.push(`${name}: port ${port.containerPort} is privileged, or none`);
        }
      }
      for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
        const port = (container[probe]?.httpGet ?? container[probe]?.tcpSocket)?.port;
        if (port && !own.includes(port)) faults.push(`${name}: ${probe} asks port ${port}`);
      }
    }
  }
  for (const service of ofKind(resources, "Service")) {
    const selector = { matchLabels: service.spec.selector };
    for (const { targetPort } of service.spec.ports) {
      for (const { name, pod } of running.filter((it) => matches(selector, it.labels))) {
        if (!portsOf(pod).some((port) => [port.name, port.containerPort].includes(targetPort))) {
          faults.push(`${nameOf(service)}: ${name} has no port ${targetPort}`);
        }
      }
    }
  }
  for (const policy of ofKind(resources, "NetworkPolicy")) {
    const own = running.filter((it) => matches(policy.spec.podSelector, it.labels));
    const open = (policy.spec.ingress ?? []).flatMap((rule) => rule.ports ?? []);
    for (const { port } of open.filter(({ port }) => typeof port === "string")) {
      if (!own.every(({ pod }) => portsOf(pod).some((it) => it.name === port))) {
        faults.push(`${nameOf(policy)}: not all it selects have a port ${port}`);
      }
    }
  }
  const service = (by, name, port) => {
    const found = named(resources, "Service", name);
    if (!found?.spec.ports.some((it) => it.port === port || it.name === port)) {
      faults.push(`${by}: there is no service ${name} with port ${port}`);
    }
  };
  for (const way of ofKind(resources, "Ingress")) {
    for (const { backend } of way.spec.rules.flatMap((rule) => rule.http.paths)) {
      service(nameOf(way), backend.service.name, backend.service.port.name ?? backend.service.port.number);
    }
  }
  for (const route of ofKind(resources, "HTTPRoute")) {
    for (const { name, port } of route.spec.rules.flatMap((rule) => rule.backendRefs ?? [])) {
      service(nameOf(route), name, port);
    }
  }
  const files = ofKind(resources, "ConfigMap").flatMap((map) =>
    Object.values(map.data).flatMap((text) => addressesIn(text).map((it) => ({ by: nameOf(map), ...it }))),
  );
  const own = running.flatMap((workload) =>
    addressesOf(resources, workload).map((it) => ({ by: workload.name, ...it })),
  );
  for (const { by, host, port } of [...files, ...own]) {
    if (host !== "localhost" && !isOperatorsService(resources, host)) service(by, host, port);
  }
  return faults;
}

/** The services that Strimzi and CloudNativePG make of their resources. */
const isOperatorsService = (resources, host) =>
  ofKind(resources, "Kafka").some((kafka) => host === `${kafka.metadata.name}-kafka-bootstrap`) ||
  ofKind(resources, "Cluster").some((cluster) =>
    ["rw", "ro", "r"].some((role) => host === `${cluster.metadata.name}-${role}`),
  );

/** What scales, certifies or backs up something names it. */
export function targets(resources) {
  const faults = [];
  const expect = (by, kind, name) => {
    if (!named(resources, kind, name)) faults.push(`${nameOf(by)}: there is no ${kind} ${name}`);
  };
  for (const scaled of ofKind(resources, "ScaledObject")) {
    expect(scaled, "Deployment", scaled.spec.scaleTargetRef.name);
    for (const { authenticationRef } of scaled.spec.triggers) {
      if (authenticationRef) expect(scaled, "TriggerAuthentication", authenticationRef.name);
    }
  }
  for (const it of ofKind(resources, "KafkaTopic", "KafkaUser", "KafkaNodePool")) {
    expect(it, "Kafka", it.metadata.labels?.["strimzi.io/cluster"]);
  }
  for (const cluster of ofKind(resources, "Cluster")) {
    for (const { parameters } of cluster.spec.plugins ?? []) {
      if (parameters?.barmanObjectName) expect(cluster, "ObjectStore", parameters.barmanObjectName);
    }
  }
  for (const backup of ofKind(resources, "ScheduledBackup")) {
    const { cluster, pluginConfiguration } = backup.spec;
    expect(backup, "Cluster", cluster.name);
    const plugins = named(resources, "Cluster", cluster.name)?.spec.plugins ?? [];
    if (!plugins.some(({ name }) => name === pluginConfiguration?.name)) {
      faults.push(`${nameOf(backup)}: ${cluster.name} has no plugin ${pluginConfiguration?.name}`);
    }
  }
  for (const secret of ofKind(resources, "ExternalSecret")) {
    const { kind = "SecretStore", name } = secret.spec.secretStoreRef;
    expect(secret, kind, name);
  }
  for (const certificate of ofKind(resources, "Certificate")) {
    expect(certificate, certificate.spec.issuerRef.kind ?? "Issuer", certificate.spec.issuerRef.name);
  }
  const listener = (by, { name, sectionName }) => {
    expect(by, "Gateway", name);
    const listeners = named(resources, "Gateway", name)?.spec.listeners ?? [];
    if (sectionName && !listeners.some((it) => it.name === sectionName)) {
      faults.push(`${nameOf(by)}: Gateway ${name} has no listener ${sectionName}`);
    }
  };
  for (const route of ofKind(resources, "HTTPRoute")) {
    route.spec.parentRefs.forEach((parent) => listener(route, parent));
  }
  // Whoever gives a certificate asks by HTTP, through a way in that has to be there.
  const classes = ofKind(resources, "Ingress").map(({ spec }) => spec.ingressClassName);
  for (const issuer of ofKind(resources, "Issuer")) {
    for (const { http01 } of issuer.spec.acme?.solvers ?? []) {
      http01?.gatewayHTTPRoute?.parentRefs?.forEach((parent) => listener(issuer, parent));
      const wanted = http01?.ingress?.ingressClassName;
      if (wanted && !classes.includes(wanted)) {
        faults.push(`${nameOf(issuer)}: nothing comes in by an Ingress of class ${wanted}`);
      }
    }
  }
  return faults;
}
