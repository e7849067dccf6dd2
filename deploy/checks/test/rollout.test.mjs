import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const rollout = fileURLToPath(new URL("../../kubernetes/rollout", import.meta.url));

/** In place of a cluster: keeps what it was called with, and fails at what it is told to fail at. */
const kubectl = `#!/usr/bin/env bash
case "$1" in
  kustomize) printf 'apiVersion: v1\\nkind: Namespace\\nmetadata:\\n  name: pulse\\n---\\nkind: Job\\n' ;;
  *) echo "$*" >>"$CALLS"; [[ "$*" != *"$FAILS"* ]] ;;
esac
`;

function rolledOut(failing) {
  const folder = mkdtempSync(join(tmpdir(), "rollout"));
  try {
    writeFileSync(join(folder, "kubectl"), kubectl);
    chmodSync(join(folder, "kubectl"), 0o755);
    const calls = join(folder, "calls");
    const PATH = folder + delimiter + process.env.PATH;
    const { status } = spawnSync("bash", [rollout, "overlay"], {
      env: { ...process.env, PATH, CALLS: calls, FAILS: failing },
    });
    return { status, calls: existsSync(calls) ? readFileSync(calls, "utf8").trimEnd().split("\n") : [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const preparation = "--selector app.kubernetes.io/component=preparation";

test("what services need comes first, then the jobs end, then the services change", () => {
  const { status, calls } = rolledOut("nothing");
  assert.equal(status, 0);
  assert.deepEqual(calls.slice(0, 4), [
    `--namespace pulse delete job ${preparation} --ignore-not-found`,
    "apply --filename - --selector app.kubernetes.io/component!=service",
    `--namespace pulse wait job ${preparation} --for condition=complete --timeout 15m`,
    "apply --filename -",
  ]);
  assert.deepEqual(
    calls.slice(4).map((call) => / deployment (\S+)/.exec(call)[1]),
    ["intake-service", "classifier-service", "metrics-service", "front"],
  );
});

test("a job that fails stops it, and the last release goes on", () => {
  const { status, calls } = rolledOut("wait job");
  assert.notEqual(status, 0);
  assert.match(calls.at(-1), / wait job /);
});
