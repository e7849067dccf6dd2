// How pods are allowed to run, how much they take, and how they end.
import { containers, matches, nameOf, ofKind, quantity, workloads } from "../manifests.mjs";

/** Every image has a version of its own: a tag that isn't "latest", or a digest. */
export function images(resources) {
  const all = [
    ...workloads(resources).flatMap(({ name, pod }) =>
      containers(pod).map(({ image }) => ({ name, image })),
    ),
    ...ofKind(resources, "Cluster").map((it) => ({ name: nameOf(it), image: it.spec.imageName })),
  ];
  return all
    .filter(({ image }) => !/(:(?!latest$)[\w][\w.-]*|@sha256:[0-9a-f]{64})$/.test(image ?? ""))
    .map(({ name, image }) => `${name}: the image ${image} isn't pinned`);
}

/** Everything asks for processor and memory, has a limit of memory, and asks for no more than it. */
export function amounts(resources) {
  return workloads(resources).flatMap(({ name, pod }) =>
    containers(pod).flatMap((container) => {
      const { requests = {}, limits = {} } = container.resources ?? {};
      const faults = [];
      if (!requests.cpu || !requests.memory) faults.push(`${name}: ${container.name} requests nothing`);
      if (!limits.memory) faults.push(`${name}: ${container.name} has no limit of memory`);
      for (const what of Object.keys(requests).filter((it) => limits[it] !== undefined)) {
        if (quantity(requests[what]) > quantity(limits[what])) {
          faults.push(`${name}: ${container.name} requests more ${what} than its limit`);
        }
      }
      return faults;
    }),
  );
}

/** A heap takes no more than half of the memory: threads, classes, buffers and native code take the rest. */
export function heaps(resources) {
  return workloads(resources).flatMap(({ name, pod }) =>
    containers(pod).flatMap((container) => {
      const options = envOf(container, "JDK_JAVA_OPTIONS") + envOf(container, "KAFKA_HEAP_OPTS");
      const [, heap] = /-Xmx(\d+[mg])/.exec(options) ?? [];
      const limit = container.resources?.limits?.memory;
      if (!heap || !limit || quantity(heap.toUpperCase() + "i") <= quantity(limit) / 2) return [];
      return [`${name}: the heap of ${container.name} is more than half of its limit`];
    }),
  );
}

/** The restricted Pod Security Standard, a read-only root, and no token of the Kubernetes API. */
export function restricted(resources) {
  return workloads(resources).flatMap(({ name, pod }) => {
    const faults = [];
    const expect = (holds, what) => holds || faults.push(`${name}: ${what}`);
    expect(pod.securityContext?.runAsNonRoot === true, "may run as root");
    expect(pod.securityContext?.seccompProfile?.type === "RuntimeDefault", "has no seccomp profile");
    expect(pod.automountServiceAccountToken === false, "gets a token of the Kubernetes API");
    for (const it of ["hostNetwork", "hostPID", "hostIPC"]) expect(!pod[it], `uses ${it}`);
    const allowed = ["name", "configMap", "secret", "emptyDir", "projected", "persistentVolumeClaim"];
    for (const volume of pod.volumes ?? []) {
      expect(Object.keys(volume).every((key) => allowed.includes(key)), `volume ${volume.name}`);
    }
    for (const { name: container, securityContext = {} } of containers(pod)) {
      expect(securityContext.allowPrivilegeEscalation === false, `${container} may gain privileges`);
      expect(securityContext.readOnlyRootFilesystem === true, `${container} may write to its root`);
      expect(securityContext.capabilities?.drop?.includes("ALL"), `${container} keeps capabilities`);
      expect(!securityContext.capabilities?.add, `${container} adds capabilities`);
      expect(!securityContext.privileged, `${container} is privileged`);
    }
    return faults;
  });
}

/** What serves is probed, budgeted, and given time to end: the pause, and then the service's own. */
export function graceful(resources) {
  const budgets = ofKind(resources, "PodDisruptionBudget");
  return workloads(resources)
    .filter(({ owner }) => owner.kind === "Deployment")
    .flatMap(({ owner, name, labels, pod }) => {
      const faults = [];
      for (const container of pod.containers) {
        for (const probe of ["readinessProbe", "livenessProbe"]) {
          if (!container[probe]) faults.push(`${name}: ${container.name} has no ${probe}`);
        }
        const pause = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
        if (pause === 0) faults.push(`${name}: ${container.name} ends while it is still sent requests`);
        const own = Number(/PT(\d+)S/.exec(envOf(container, "QUARKUS_SHUTDOWN_TIMEOUT"))?.[1] ?? 0);
        if (pause + own >= (pod.terminationGracePeriodSeconds ?? 30)) {
          faults.push(`${name}: ${container.name} is killed before it has ended`);
        }
      }
      if (owner.spec.strategy?.rollingUpdate?.maxUnavailable !== 0) {
        faults.push(`${name}: a rollout takes an instance away before there is another`);
      }
      if (!budgets.some((budget) => matches(budget.spec.selector, labels))) {
        faults.push(`${name}: has no disruption budget`);
      }
      return faults;
    });
}

const envOf = (container, variable) =>
  (container.env ?? []).find(({ name }) => name === variable)?.value ?? "";

/** Every pod is under a policy that denies what no other allows, both ways. */
export function deniedByDefault(resources) {
  const denies = ofKind(resources, "NetworkPolicy").filter(
    ({ spec }) => !spec.ingress && !spec.egress && spec.policyTypes?.length === 2,
  );
  return workloads(resources)
    .filter(({ labels }) => !denies.some((policy) => matches(policy.spec.podSelector, labels)))
    .map(({ name }) => `${name}: no network policy denies it what isn't allowed`);
}

/** One resource of a name, all in one namespace. */
export function identities(resources) {
  const names = resources.map(nameOf);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  const namespaces = new Set(
    resources.filter((it) => !clusterWide.includes(it.kind)).map((it) => it.metadata.namespace),
  );
  return [
    ...twice.map((name) => `${name}: there are two`),
    ...(namespaces.size > 1 ? [`several namespaces: ${[...namespaces].join(", ")}`] : []),
  ];
}

const clusterWide = ["Namespace", "ClusterIssuer", "ClusterSecretStore"];
