import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { faultsOf, ruleFaults } from "../faults.mjs";
import { named, ofKind, parse, quantity, read } from "../manifests.mjs";

const text = readFileSync(new URL("healthy.yaml", import.meta.url), "utf8");

test("what is healthy passes", async () => {
  assert.deepEqual(await faultsOf(parse(text)), []);
});

const get = (kind, name) => (resources) => named(resources, kind, name);
const deployment = get("Deployment", "web");
const pod = (resources) => deployment(resources).spec.template.spec;
const container = (resources) => pod(resources).containers[0];
const solvers = (resources) => get("Issuer", "issuer")(resources).spec.acme.solvers;
const listener = (resources) => get("Kafka", "events")(resources).spec.kafka.listeners[0];
const database = get("Cluster", "database");
const says = (resources) => get("NetworkPolicy", "web-says")(resources).spec.egress;

// What is broken, how, and what must be said about it.
const wronglyTyped = [
  ["an unknown field", (all) => (container(all).imagePullPolice = "Always"), /imagePullPolice.*does not exist/],
  ["an unknown field of an operator", (all) => (get("ScaledObject", "web")(all).spec.maxReplica = 3), /maxReplica/],
  ["an unknown field of a store", (all) => (get("ObjectStore", "backups")(all).spec.configuration.path = "x"), /path.*does not exist/],
  ["a wrong type", (all) => (get("ConfigMap", "settings")(all).data.COUNT = 3), /not assignable to type 'string'/],
  ["a missing field", (all) => delete get("Certificate", "certificate")(all).spec.issuerRef, /issuerRef/],
  ["a value out of its list", (all) => (pod(all).restartPolicy = "Sometimes"), /not assignable/],
  ["a removed API", (all) => (get("PodDisruptionBudget", "web")(all).apiVersion = "policy/v1beta1"), /no policy\/v1beta1/],
  ["an API that never was", (all) => (get("Issuer", "issuer")(all).apiVersion = "cert-manager.io/v9"), /no cert-manager.io\/v9/],
];

const broken = [
  ["a selector beside its labels", (all) => (deployment(all).spec.template.metadata.labels.app = "site"), /selector doesn't match/],
  ["a service of nobody", (all) => (get("Service", "web")(all).spec.selector.app = "site"), /Service\/web: selects no pod/],
  ["a budget of nobody", (all) => (get("PodDisruptionBudget", "web")(all).spec.selector.matchLabels.app = "x"), /selects no pod/],
  ["a policy of nobody", (all) => (get("NetworkPolicy", "web-hears")(all).spec.podSelector.matchLabels.app = "x"), /selects no pod/],
  ["a peer that isn't there", (all) => (get("NetworkPolicy", "web-hears")(all).spec.ingress[0].from[0].podSelector.matchLabels.app = "x"), /selects no pod/],
  ["spreading others", (all) => (pod(all).topologySpreadConstraints[0].labelSelector.matchLabels.app = "x"), /spreads other pods/],
  ["a monitor of nothing", (all) => (get("ServiceMonitor", "web")(all).spec.selector.matchLabels.app = "x"), /selects no service/],
  ["a monitored port that isn't there", (all) => (get("ServiceMonitor", "web")(all).spec.endpoints[0].port = "metrics"), /port metrics/],
  ["a mount without a volume", (all) => delete pod(all).volumes, /mounts conf, which is no volume/],
  ["a volume without a mount", (all) => delete container(all).volumeMounts, /nothing mounts/],
  ["a config map that isn't there", (all) => (container(all).envFrom[0].configMapRef.name = "x"), /no config map x/],
  ["a file that the config map lacks", (all) => (container(all).volumeMounts[0].subPath = "x.conf"), /has no x.conf/],
  ["a secret that nobody makes", (all) => (container(all).env[1].valueFrom.secretKeyRef.name = "x"), /nobody makes the secret x/],
  ["a key that the secret lacks", (all) => (container(all).env[1].valueFrom.secretKeyRef.key = "x"), /has no x/],
  ["an account that isn't there", (all) => (pod(all).serviceAccountName = "x"), /no service account x/],
  ["a privileged port", (all) => (container(all).ports[0].containerPort = 80), /privileged/],
  ["a probe of no port", (all) => (container(all).livenessProbe.httpGet.port = "admin"), /livenessProbe asks port admin/],
  ["a service of no port", (all) => (get("Service", "web")(all).spec.ports[0].targetPort = "admin"), /has no port admin/],
  ["a policy of no port", (all) => (get("NetworkPolicy", "web-hears")(all).spec.ingress[0].ports[0].port = "admin"), /have a port admin/],
  ["a way in to nothing", (all) => (get("Ingress", "way-in")(all).spec.rules[0].http.paths[0].backend.service.name = "x"), /no service x/],
  ["a certificate of nobody", (all) => (get("Ingress", "way-in")(all).spec.tls[0].secretName = "x"), /nobody makes the secret x/],
  ["an address of nobody", (all) => (get("ConfigMap", "settings")(all).data.ADDRESS = "http://x:8080"), /no service x with port 8080/],
  ["an address in a file", (all) => (get("ConfigMap", "settings")(all).data["file.conf"] = "server web:81;"), /no service web with port 81/],
  ["an issuer that isn't there", (all) => (get("Certificate", "certificate")(all).spec.issuerRef.name = "x"), /no Issuer x/],
  ["a certificate that nobody can ask for", (all) => (solvers(all)[0].http01.ingress.ingressClassName = "x"), /Ingress of class x/],
  ["a gateway that isn't there", (all) => (solvers(all)[1].http01.gatewayHTTPRoute.parentRefs[0].name = "x"), /no Gateway x/],
  ["a listener that isn't there", (all) => (solvers(all)[1].http01.gatewayHTTPRoute.parentRefs[0].sectionName = "x"), /no listener x/],
  ["no way out", (all) => says(all).splice(1, 1), /lets it out to store:9000/],
  ["a way out to others", (all) => (says(all)[1].to[0].podSelector.matchLabels.app = "web"), /lets it out to store:9000/],
  ["a way out by another port", (all) => (says(all)[1].ports[0].port = 9001), /lets it out to store:9000/],
  ["no names", (all) => says(all).shift(), /resolve names/],
  ["no way in", (all) => (get("NetworkPolicy", "store-hears")(all).spec.ingress = []), /lets it in to store:9000/],
  ["brokers that don't let in", (all) => (listener(all).networkPolicyPeers[0].podSelector.matchLabels.app = "x"), /lets it in to events-kafka-bootstrap:9093/],
  ["brokers that let everybody in", (all) => delete listener(all).networkPolicyPeers, /everybody may reach its listener tls/],
  ["backups to nowhere", (all) => (database(all).spec.plugins[0].parameters.barmanObjectName = "x"), /no ObjectStore x/],
  ["a backup by nobody", (all) => database(all).spec.plugins.pop(), /database has no plugin archiver/],
  ["a store without its key", (all) => (get("ObjectStore", "backups")(all).spec.configuration.s3Credentials.accessKeyId.key = "x"), /support-pulse-backups has no x/],
  ["scaling what isn't there", (all) => (get("ScaledObject", "web")(all).spec.scaleTargetRef.name = "x"), /no Deployment x/],
  ["more instances than partitions", (all) => (get("ScaledObject", "web")(all).spec.maxReplicaCount = 25), /25 instances share 24 partitions/],
  ["scaling to nothing", (all) => (get("ScaledObject", "web")(all).spec.minReplicaCount = 0), /scales to nothing/],
  ["idle consumers", (all) => delete get("ScaledObject", "web")(all).spec.triggers[0].metadata.allowIdleConsumers, /idle consumers/],
  ["latest", (all) => (container(all).image = "web:latest"), /isn't pinned/],
  ["no tag, and a registry with a port", (all) => (container(all).image = "host:5000/web"), /isn't pinned/],
  ["no requests", (all) => delete container(all).resources.requests, /requests nothing/],
  ["no limit", (all) => delete container(all).resources.limits, /no limit of memory/],
  ["more than the limit", (all) => (container(all).resources.requests.memory = "513Mi"), /more memory than its limit/],
  ["a heap without room", (all) => container(all).env.push({ name: "JDK_JAVA_OPTIONS", value: "-Xmx257m" }), /heap of web is more than half/],
  ["root", (all) => delete pod(all).securityContext.runAsNonRoot, /may run as root/],
  ["no seccomp", (all) => delete pod(all).securityContext.seccompProfile, /no seccomp profile/],
  ["a token", (all) => delete pod(all).automountServiceAccountToken, /gets a token/],
  ["the host's folders", (all) => pod(all).volumes.push({ name: "host", hostPath: { path: "/" } }), /volume host/],
  ["a writable root", (all) => delete container(all).securityContext.readOnlyRootFilesystem, /may write to its root/],
  ["capabilities", (all) => delete container(all).securityContext.capabilities, /keeps capabilities/],
  ["no probe", (all) => delete container(all).readinessProbe, /no readinessProbe/],
  ["no pause", (all) => delete container(all).lifecycle, /while it is still sent requests/],
  ["too little time to end", (all) => (pod(all).terminationGracePeriodSeconds = 30), /killed before/],
  ["a gap in the rollout", (all) => delete deployment(all).spec.strategy, /before there is another/],
  ["no budget", (all) => all.splice(all.indexOf(get("PodDisruptionBudget", "web")(all)), 1), /no disruption budget/],
  ["no default deny", (all) => all.splice(all.indexOf(get("NetworkPolicy", "nothing-else")(all)), 1), /no network policy/],
  ["twice the same", (all) => all.push(structuredClone(deployment(all))), /there are two/],
  ["two namespaces", (all) => (get("Service", "web")(all).metadata.namespace = "other"), /several namespaces/],
];

function caught(cases, faults) {
  for (const [what, breakIt, said] of cases) {
    test(`caught: ${what}`, async () => {
      const resources = parse(text);
      breakIt(resources);
      const found = await faults(resources);
      assert.ok(found.some((fault) => said.test(fault)), `said only: ${found.join("; ")}`);
    });
  }
}

caught(wronglyTyped, faultsOf);
caught(broken, ruleFaults);

test("topics are those of the table", () => {
  const topics = read(new URL("../../kubernetes/components/strimzi/topics.yaml", import.meta.url));
  const said = (all) => ruleFaults([...all]).filter((fault) => /topics.tsv|KafkaTopic is|no records/.test(fault));
  assert.deepEqual(said(topics), []);
  assert.match(said(topics.slice(1)).join(), /no KafkaTopic is/);
  ofKind(topics, "KafkaTopic")[0].spec.partitions = 12;
  assert.match(said(topics).join(), /isn't in topics.tsv/);
  ofKind(topics, "KafkaTopic")[0].spec.config["min.insync.replicas"] = 3;
  assert.match(said(topics).join(), /takes no records/);
});

test("quantities", () => {
  assert.equal(quantity("250m"), 0.25);
  assert.equal(quantity("0.5Gi"), quantity("512Mi"));
  assert.equal(quantity(2), 2);
  assert.throws(() => quantity("much"), /no quantity/);
});
