// What kustomize rendered, as objects, and the few questions that every rule asks of them.
import { readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

/** The resources of a rendered overlay; a document that isn't YAML is an error. */
export function parse(text) {
  return parseAllDocuments(text)
    .map((document) => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    })
    .filter((resource) => resource !== null);
}

export const read = (file) => parse(readFileSync(file, "utf8"));

export const nameOf = (resource) => `${resource.kind}/${resource.metadata?.name}`;

export const ofKind = (resources, ...kinds) =>
  resources.filter((resource) => kinds.includes(resource.kind));

export const named = (resources, kind, name) =>
  resources.find((resource) => resource.kind === kind && resource.metadata.name === name);

/** What runs pods, each with the template of its pods. */
export const workloads = (resources) =>
  ofKind(resources, "Deployment", "StatefulSet", "Job").map((owner) => ({
    owner,
    name: nameOf(owner),
    labels: owner.spec.template.metadata?.labels ?? {},
    pod: owner.spec.template.spec,
  }));

export const containers = (pod) => [...(pod.initContainers ?? []), ...pod.containers];

/** Whether labels fulfil a label selector (matchLabels only: nothing here uses expressions). */
export const matches = (selector, labels) =>
  Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);

/** Kubernetes' quantities, such as 250m and 512Mi, as numbers: cores, or bytes. */
export function quantity(text) {
  const [, number, unit] = /^([0-9.]+)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(String(text)) ?? [];
  if (number === undefined) throw new Error(`${text} is no quantity`);
  const units = { m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
  const binary = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };
  return Number(number) * (units[unit] ?? binary[unit] ?? 1);
}
