import assert from "node:assert/strict";
import { test } from "node:test";
import { alertFaults } from "../alerts.mjs";

const runbook = `# Alerts

## OnFire

**What it means.** It burns. **How to see it.** Look:

\`\`\`sh
ls
\`\`\`

**What to do.** Extinguish it.
`;
const page = (path) => (path === "docs/alerts.md" ? runbook : undefined);
const rule = {
  alert: "OnFire",
  expr: "fire > 0",
  labels: { severity: "page" },
  annotations: { summary: "it burns", runbook_url: "docs/alerts.md#onfire" },
};
const firing = { eval_time: "1m", alertname: "OnFire", exp_alerts: [{ exp_labels: {} }] };
const silent = { eval_time: "1m", alertname: "OnFire" };
const faults = (change, shown = [firing, silent]) =>
  alertFaults(
    { groups: [{ rules: [{ ...rule, ...change }] }] },
    { tests: [{ alert_rule_test: shown }] },
    page,
  ).join();
const annotated = (runbook_url) => ({ annotations: { ...rule.annotations, runbook_url } });

test("an alert with everything passes", () => assert.equal(faults({}), ""));
test("severity", () => assert.match(faults({ labels: { severity: "huge" } }), /its severity/));
test("summary", () => assert.match(faults({ annotations: annotated("x").summary }), /no summary/));
test("page", () => assert.match(faults(annotated("docs/x.md#onfire")), /no page docs\/x.md/));
test("anchor", () => assert.match(faults(annotated("docs/alerts.md#fire")), /end in #onfire/));
test("heading", () => {
  assert.match(faults({ alert: "Flooded", ...annotated("docs/alerts.md#flooded") }), /no heading "## Flooded"/);
});
test("shown firing", () => assert.match(faults({}, [silent]), /no test shows it firing/));
test("shown silent", () => assert.match(faults({}, [firing]), /no test shows it silent/));
