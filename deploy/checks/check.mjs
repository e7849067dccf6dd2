// Checks rendered overlays: the types of Kubernetes and of the operators, and our own rules.
//
//   node check.mjs RENDERED.yaml…
import { faultsOf } from "./faults.mjs";
import { read } from "./manifests.mjs";

for (const file of process.argv.slice(2)) {
  const resources = read(file);
  if (resources.length === 0) throw new Error(`${file} has no resources`);
  for (const fault of await faultsOf(resources)) {
    console.error(`${file}: ${fault}`);
    process.exitCode = 1;
  }
}
