import assert from "node:assert/strict";
import { test } from "node:test";
import { composeFaults } from "../compose.mjs";

const web = {
  build: {},
  image: "host:5000/web:1.0",
  mem_limit: "1",
  pids_limit: 1,
  ports: [{ published: "80", host_ip: "127.0.0.1" }],
  healthcheck: {},
  depends_on: { database: { condition: "service_healthy" } },
  read_only: true,
  cap_drop: ["ALL"],
  security_opt: ["no-new-privileges:true"],
};
const database = { image: "database:18", mem_limit: "1", pids_limit: 1, healthcheck: {} };
const faults = (change) => composeFaults({ services: { web: { ...web, ...change }, database } }).join();

test("what is right passes", () => assert.equal(faults({}), ""));
test("another may ask whether it is well", () =>
  assert.equal(faults({ healthcheck: undefined, labels: { "support-pulse.watched-by": "database" } }), ""));

for (const [what, change, said] of [
  ["latest", { image: "web:latest" }, /isn't pinned/],
  ["no tag", { image: "host:5000/web" }, /isn't pinned/],
  ["memory", { mem_limit: undefined }, /limit of memory/],
  ["processes", { pids_limit: undefined }, /limit of processes/],
  ["an open port", { ports: [{ published: "80" }] }, /beyond loopback/],
  ["health", { healthcheck: undefined }, /is well/],
  ["nobody as the one who asks", { healthcheck: undefined, labels: { "support-pulse.watched-by": "x" } }, /is well/],
  ["start order", { depends_on: { database: { condition: "service_started" } } }, /doesn't wait/],
  ["a writable root", { read_only: undefined }, /may write/],
  ["capabilities", { cap_drop: undefined }, /keeps capabilities/],
  ["privileges", { security_opt: undefined }, /may gain/],
]) {
  test(`caught: ${what}`, () => assert.match(faults(change), said));
}
