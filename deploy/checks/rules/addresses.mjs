// Addresses of this namespace (host:port) in settings, and in what nginx forwards to.
import { containers, named } from "../manifests.mjs";

/** Those in a text. */
export const addressesIn = (text) =>
  [...text.matchAll(/(?:^|\/\/|,|server )([a-z][a-z0-9-]*):(\d{2,5})(?=$|[/;,?])/gm)].map((found) => ({
    host: found[1],
    port: Number(found[2]),
  }));

/** Those that a workload is told: in its environment, and in the config maps that it reads. */
export function addressesOf(resources, { pod }) {
  const values = containers(pod).flatMap((container) => (container.env ?? []).map(({ value }) => value ?? ""));
  const maps = [
    ...containers(pod).flatMap((it) => (it.envFrom ?? []).map((from) => from.configMapRef?.name)),
    ...(pod.volumes ?? []).map((volume) => volume.configMap?.name),
  ];
  const texts = maps.flatMap((name) => Object.values(named(resources, "ConfigMap", name)?.data ?? {}));
  const found = [...values, ...texts].flatMap(addressesIn).filter(({ host }) => host !== "localhost");
  return [...new Map(found.map((it) => [`${it.host}:${it.port}`, it])).values()];
}
