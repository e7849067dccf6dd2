// Who makes which secret, with which keys. Overlays hold none themselves.
import { readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import { named, ofKind } from "../manifests.mjs";

/** Secrets that are made by hand where no external-secrets component is, with their keys. */
const byHand = parseYaml(
  readFileSync(new URL("../../kubernetes/secrets-by-hand.yaml", import.meta.url), "utf8"),
);

/** The keys of the secret of that name; undefined if nobody makes it. */
export function keysOf(resources, name) {
  const own = named(resources, "Secret", name);
  if (own) return Object.keys({ ...own.data, ...own.stringData });
  for (const secret of ofKind(resources, "ExternalSecret")) {
    if ((secret.spec.target?.name ?? secret.metadata.name) === name) {
      return secret.spec.data.map((entry) => entry.secretKey);
    }
  }
  for (const certificate of ofKind(resources, "Certificate")) {
    if (certificate.spec.secretName === name) return ["tls.crt", "tls.key", "ca.crt"];
  }
  // Strimzi: one for each user, and one with the authority of the brokers' certificates.
  if (ofKind(resources, "KafkaUser").some((user) => user.metadata.name === name)) {
    return ["ca.crt", "user.crt", "user.key", "user.p12", "user.password"];
  }
  if (ofKind(resources, "Kafka").some((kafka) => `${kafka.metadata.name}-cluster-ca-cert` === name)) {
    return ["ca.crt", "ca.p12", "ca.password"];
  }
  // CloudNativePG: one for the owner of the database, and the authority of its certificate.
  for (const cluster of ofKind(resources, "Cluster")) {
    const given = cluster.spec.bootstrap?.initdb?.secret?.name;
    if (!given && name === `${cluster.metadata.name}-app`) return ["username", "password", "uri", "jdbc-uri"];
    if (name === `${cluster.metadata.name}-ca`) return ["ca.crt"];
  }
  return byHand[name];
}
