import * as network from "./network.mjs";
import * as pods from "./pods.mjs";
import * as references from "./references.mjs";
import * as streams from "./streams.mjs";

/** Our own rules: each takes the resources of one overlay and says what is wrong, a text each. */
export const rules = [...Object.values(references), ...Object.values(pods), ...Object.values(network), streams.topics, streams.scaling];
