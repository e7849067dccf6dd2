// Every resource against the types of its API, of Kubernetes itself and of the operators, twice:
// by the TypeScript compiler (a field that the type doesn't have, a field that is missing, a type or
// version that doesn't exist) and by the validators made of the same schemas (patterns, ranges).
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { nameOf } from "./manifests.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** Whose package has the types of an API group; every other group is Kubernetes' own. */
const operators = {
  "cert-manager.io": "cert-manager",
  "external-secrets.io": "external-secrets",
  "gateway.networking.k8s.io": "gateway-api",
  "kafka.strimzi.io": "strimzi-kafka-operator",
  "keda.sh": "keda",
  "monitoring.coreos.com": "prometheus-operator",
  "postgresql.cnpg.io": "cloudnative-pg",
};

function moduleOf({ apiVersion, kind }) {
  const operator = operators[apiVersion.split("/")[0]];
  const library = operator ? `@kubernetes-models/${operator}` : "kubernetes-models";
  return `${library}/${apiVersion}/${kind}`;
}

const fileOf = (resource, suffix) => join(here, "node_modules", moduleOf(resource) + suffix);

/** The types remember what Kubernetes has removed, all of it alpha or beta: nothing of it is used. */
const isServed = (resource) =>
  existsSync(fileOf(resource, ".d.ts")) &&
  (resource.apiVersion.split("/")[0] in operators || !/alpha|beta/.test(resource.apiVersion));

/** Types of the plugin's own aren't published: what it is told is what a cluster was told before there was the plugin. */
function typed(resource) {
  if (resource.apiVersion !== "barmancloud.cnpg.io/v1" || resource.kind !== "ObjectStore") return resource;
  const { configuration: barmanObjectStore, ...others } = resource.spec;
  const spec = { instances: 1, storage: {}, backup: { barmanObjectStore, ...others } };
  return { apiVersion: "postgresql.cnpg.io/v1", kind: "Cluster", metadata: resource.metadata, spec };
}

/** What is wrong with the types of these resources, one text each. */
export async function typeFaults(all) {
  const resources = all.map(typed);
  const served = resources.filter(isServed);
  const others = resources.filter((resource) => !isServed(resource));
  return [
    ...others.map((it) => `${nameOf(it)}: there is no ${it.apiVersion} ${it.kind}`),
    ...compilerFaults(served),
    ...(await Promise.all(served.map(validatorFaults))).flat(),
  ];
}

function compilerFaults(resources) {
  const sources = new Map(
    resources.map((resource, i) => [
      join(here, `resource-${i}.ts`),
      { resource, text: sourceOf(resource) },
    ]),
  );
  const options = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
  };
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile;
  host.getSourceFile = (file, version) =>
    sources.has(file)
      ? ts.createSourceFile(file, sources.get(file).text, version)
      : fromDisk(file, version);
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources].flatMap(([file, { resource }]) =>
    program.getSemanticDiagnostics(program.getSourceFile(file)).map((diagnostic) => {
      const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
      const at = diagnostic.file.text.split("\n")[line].trim();
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
      return `${nameOf(resource)}: ${at} ${message}`;
    }),
  );
}

const sourceOf = (resource) =>
  `import type { I${resource.kind} } from "${moduleOf(resource)}";\n` +
  `export const it: I${resource.kind} = ${JSON.stringify(resource, null, 1)};\n`;

async function validatorFaults(resource) {
  const module = await import(pathToFileURL(fileOf(resource, ".js")));
  try {
    new module[resource.kind](structuredClone(resource)).validate();
    return [];
  } catch (fault) {
    return [`${nameOf(resource)}: ${fault.message}`];
  }
}
