import assert from "node:assert/strict";
import { test } from "node:test";
import { addressFaults, collectorFaults, collectorPorts, dashboardFaults } from "../observability.mjs";

const collector = () => ({
  receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } },
  processors: { memory_limiter: {}, batch: {} },
  exporters: { otlphttp: { endpoint: "${env:BACKEND}" } },
  extensions: { health_check: { endpoint: "0.0.0.0:13133" } },
  service: {
    extensions: ["health_check"],
    telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { port: 8888 } } } }] } },
    pipelines: { traces: { receivers: ["otlp"], processors: ["memory_limiter", "batch"], exporters: ["otlphttp"] } },
  },
});
const compose = () => ({
  services: {
    web: { networks: { front: null } },
    store: { networks: { front: null, back: null }, ports: [{ target: 9000 }], expose: ["9001"] },
  },
});
const panel = () => ({
  id: 1,
  type: "stat",
  title: "How many",
  datasource: { uid: "figures" },
  targets: [{ datasource: { uid: "figures" }, expr: 'count(up{service=~"$service"}[$__range])', refId: "A" }],
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
});
const dashboard = () => ({ uid: "it", panels: [panel()], templating: { list: [{ name: "service" }] } });
const asked = [
  { by: "web", host: "store", port: 9000 },
  { by: "web", host: "store", port: 9001 },
];

const judged = {
  collector: [collector, (it) => collectorFaults(it, ["BACKEND"])],
  compose: [compose, (it) => addressFaults(it, asked)],
  dashboard: [dashboard, (it) => dashboardFaults(it, ["figures"])],
};
for (const [what, [healthy, faults]] of Object.entries(judged)) {
  test(`a healthy ${what} passes`, () => assert.deepEqual(faults(healthy()), []));
}

for (const [of, what, breakIt, said] of [
  ["collector", "a part that its image lacks", (it) => (it.exporters = { loki: {} }), /has no loki/],
  ["collector", "a part that isn't declared", (it) => delete it.receivers.otlp, /otlp is used and not declared/],
  ["collector", "a part that isn't used", (it) => (it.exporters.debug = {}), /debug is declared and not used/],
  ["collector", "an extension that isn't used", (it) => it.service.extensions.pop(), /health_check is declared/],
  ["collector", "no limit", (it) => it.service.pipelines.traces.processors.shift(), /must be limited/],
  ["collector", "no batches", (it) => it.service.pipelines.traces.processors.pop(), /batches are made last/],
  ["collector", "an address that nobody sets", (it) => (it.exporters.otlphttp.endpoint = "${env:X}"), /nobody sets X/],
  ["compose", "nobody there", (it) => delete it.services.store, /no service store/],
  ["compose", "a closed port", (it) => delete it.services.store.expose, /doesn't listen to 9001/],
  ["compose", "another network", (it) => delete it.services.store.networks.front, /no network with store/],
  ["dashboard", "no uid", (it) => delete it.uid, /no uid/],
  ["dashboard", "no title", (it) => delete it.panels[0].title, /no title/],
  ["dashboard", "no question", (it) => it.panels[0].targets.pop(), /asks nothing/],
  ["dashboard", "a source that isn't there", (it) => (it.panels[0].datasource.uid = "x"), /no source x/],
  ["dashboard", "a variable that isn't there", (it) => it.templating.list.pop(), /no variable service/],
  ["dashboard", "two questions of a name", (it) => it.panels[0].targets.push(it.panels[0].targets[0]), /share a refId/],
  ["dashboard", "a wide panel", (it) => (it.panels[0].gridPos.w = 25), /wider/],
  ["dashboard", "a panel twice", (it) => it.panels.push(panel()), /shares its id/],
  ["dashboard", "a panel over another", (it) => it.panels.push({ ...panel(), id: 2 }), /lies over another/],
]) {
  test(`caught in a ${of}: ${what}`, () => {
    const [healthy, faults] = judged[of];
    const broken = healthy();
    breakIt(broken);
    assert.match(faults(broken).join("; "), said);
  });
}

test("the ports of a collector", () => assert.deepEqual(collectorPorts(collector()), [4318, 13133, 8888]));
