// Checks what nothing here can run: the configuration of the collector of traces, and what Grafana is given.
//
//   node observability.mjs CONFIG.json       what compose made of docker-compose.yml
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { addressesIn } from "./rules/addresses.mjs";

const folder = new URL("../observability/", import.meta.url);
const text = (path) => readFileSync(new URL(path, folder), "utf8");

/** What the image otel/opentelemetry-collector is built of (distributions/otelcol/manifest.yaml of its releases). */
const built = {
  receivers: "nop otlp hostmetrics jaeger kafka prometheus zipkin",
  processors: "batch memory_limiter attributes resource span probabilistic_sampler filter",
  exporters: "debug nop otlp otlphttp file kafka prometheus prometheusremotewrite zipkin",
  extensions: "zpages health_check pprof",
};

/** What is wrong with a collector's configuration, a text each; {@code set} has the names of its environment. */
export function collectorFaults(configuration, set) {
  const pipelines = Object.values(configuration.service.pipelines);
  const faults = Object.entries(built).flatMap(([kind, known]) => {
    const declared = Object.keys(configuration[kind] ?? {});
    const used = kind === "extensions" ? configuration.service.extensions : pipelines.flatMap((it) => it[kind] ?? []);
    return [
      ...declared
        .filter((name) => !known.split(" ").includes(name.split("/")[0]))
        .map((name) => `${kind}: its image has no ${name}`),
      ...used.filter((name) => !declared.includes(name)).map((name) => `${kind}: ${name} is used and not declared`),
      ...declared.filter((name) => !used.includes(name)).map((name) => `${kind}: ${name} is declared and not used`),
    ];
  });
  for (const { processors = [] } of pipelines) {
    if (processors[0] !== "memory_limiter") faults.push("what a pipeline takes must be limited before all else");
    if (processors.at(-1) !== "batch") faults.push("batches are made last: what is dropped before isn't in them");
  }
  for (const [, name] of JSON.stringify(configuration).matchAll(/\$\{env:(\w+)[}:]/g)) {
    if (!set.includes(name)) faults.push(`nobody sets ${name}`);
  }
  return faults;
}

/** The ports that it listens to: of receivers and extensions, and of its own figures. */
export function collectorPorts({ receivers, extensions, service }) {
  const endpoints = JSON.stringify([receivers, extensions]).matchAll(/"endpoint":"[^"]*:(\d+)"/g);
  const readers = service.telemetry?.metrics?.readers ?? [];
  return [...[...endpoints].map((found) => Number(found[1])), ...readers.map((it) => it.pull.exporter.prometheus.port)];
}

/** Who asks whom, in compose: the other is there, in a network of both, and listens to that port. */
export function addressFaults({ services }, asked) {
  return asked.flatMap(({ by, host, port }) => {
    const [from, to] = [services[by], services[host]];
    if (!to) return [`${by}: there is no service ${host}`];
    const open = [...(to.ports ?? []).map(({ target }) => target), ...(to.expose ?? []).map(Number)];
    const shared = Object.keys(from.networks).some((network) => network in to.networks);
    return [
      ...(open.includes(port) ? [] : [`${by}: ${host} doesn't listen to ${port}`]),
      ...(shared ? [] : [`${by}: is in no network with ${host}`]),
    ];
  });
}

/** What is wrong with a dashboard, a text each. */
export function dashboardFaults({ uid, panels, templating }, sources) {
  const faults = uid ? [] : ["has no uid: a link to it would break with every import"];
  const variables = templating.list.map(({ name }) => name);
  const titles = new Set();
  for (const { id, type, title, datasource, targets = [], gridPos } of panels) {
    const fault = (what) => faults.push(`${title ?? id}: ${what}`);
    if (!title) fault("has no title");
    if (panels.filter((other) => other.id === id).length > 1) fault("shares its id");
    if (gridPos.x + gridPos.w > 24) fault("is wider than the page");
    if (panels.some((other) => other.id > id && overlap(gridPos, other.gridPos))) fault("lies over another");
    if (type === "row") continue;
    if (titles.has(title)) fault("there are two of this title");
    titles.add(title);
    if (targets.length === 0) fault("asks nothing");
    for (const source of [datasource, ...targets.map((it) => it.datasource)]) {
      if (!sources.includes(source?.uid)) fault(`there is no source ${source?.uid}`);
    }
    if (new Set(targets.map(({ refId }) => refId)).size < targets.length) fault("two questions share a refId");
    for (const [, name] of JSON.stringify(targets).matchAll(/\$\{?(\w+)/g)) {
      if (!variables.includes(name) && !name.startsWith("__")) fault(`there is no variable ${name}`);
    }
  }
  return faults;
}

const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function main(file) {
  const compose = JSON.parse(readFileSync(file, "utf8"));
  const collector = parse(text("collector/collector.yml"));
  const sources = ["prometheus", "traces"].flatMap(
    (name) => parse(text(`grafana/provisioning/datasources/${name}.yml`)).datasources,
  );
  const scraped = parse(text("compose.yml")).scrape_configs.flatMap((job) => job.static_configs[0].targets);
  const asked = [
    ...Object.entries(compose.services).flatMap(([by, { environment = {} }]) =>
      Object.values(environment).flatMap((value) => addressesIn(value ?? "").map((it) => ({ by, ...it }))),
    ),
    ...sources.flatMap(({ url }) => addressesIn(url).map((it) => ({ by: "grafana", ...it }))),
    ...scraped.flatMap((target) => addressesIn(target).map((it) => ({ by: "prometheus", ...it }))),
  ];
  const exposed = compose.services.collector.expose.map(Number);
  const faults = [
    ...collectorFaults(collector, Object.keys(compose.services.collector.environment)),
    ...exposed
      .filter((port) => !collectorPorts(collector).includes(port))
      .map((port) => `the collector doesn't listen to ${port}`),
    ...addressFaults(compose, asked),
    ...readdirSync(new URL("grafana/dashboards/", folder)).flatMap((name) =>
      dashboardFaults(
        JSON.parse(text(`grafana/dashboards/${name}`)),
        sources.map(({ uid }) => uid),
      ).map((fault) => `${name}: ${fault}`),
    ),
  ];
  faults.forEach((fault) => console.error(fault));
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (import.meta.filename === process.argv[1]) main(process.argv[2]);
