// Checks what compose made of docker-compose.yml (docker compose config --format json): nothing listens beyond loopback,
// everything is pinned, limited and looked after, and ours runs without privileges.
//
//   node compose.mjs CONFIG.json
import { readFileSync } from "node:fs";

/** What is wrong, a text each. */
export function composeFaults({ services }) {
  return Object.entries(services).flatMap(([name, service]) => {
    const faults = [];
    const expect = (holds, what) => holds || faults.push(`${name}: ${what}`);
    const ours = service.build !== undefined;
    expect(/:(?!latest$)[\w][\w.-]*$/.test(service.image ?? ""), `the image ${service.image} isn't pinned`);
    expect(service.mem_limit, "has no limit of memory");
    expect(service.pids_limit, "has no limit of processes");
    for (const { published, host_ip } of service.ports ?? []) {
      expect(host_ip === "127.0.0.1", `port ${published} is open beyond loopback`);
    }
    // What has nothing in its image to ask with is asked from outside, by whom it names.
    const watched = service.healthcheck ?? services[service.labels?.["support-pulse.watched-by"]];
    if (service.restart !== "on-failure") expect(watched, "nobody asks whether it is well");
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(condition !== "service_started", `doesn't wait until ${other} is well`);
      expect(services[other], `depends on ${other}, which isn't there`);
    }
    if (ours) {
      expect(service.read_only, "may write to its root");
      expect(service.cap_drop?.includes("ALL"), "keeps capabilities");
      expect(service.security_opt?.includes("no-new-privileges:true"), "may gain privileges");
    }
    return faults;
  });
}

function main(file) {
  for (const fault of composeFaults(JSON.parse(readFileSync(file, "utf8")))) {
    console.error(fault);
    process.exitCode = 1;
  }
}

if (import.meta.filename === process.argv[1]) main(process.argv[2]);
