import { rules } from "./rules/all.mjs";
import { typeFaults } from "./types.mjs";

/** What is wrong with the resources of one overlay, a text each: our rules read what has its types. */
export async function faultsOf(resources) {
  const faults = await typeFaults(resources);
  return faults.length > 0 ? faults : ruleFaults(resources);
}

export const ruleFaults = (resources) => rules.flatMap((rule) => rule(resources));
