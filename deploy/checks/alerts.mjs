// Checks the alerts: what each must say, that its page in the runbook exists and tells how to see
// it and what to do, that a promtool test shows it firing and another one silent, and that Kubernetes gets the same rules.
//
//   node alerts.mjs                          checks deploy/observability/rules.yml
//   node alerts.mjs --write                  makes the PrometheusRule of the component monitoring anew
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";

const root = new URL("../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const severities = ["page", "ticket"];
const sections = ["**What it means.**", "**How to see it.**", "**What to do.**"];

/** What is wrong with alerts, a text each; {@code page} reads a page of the repository, or has none. */
export function alertFaults(rules, tests, page) {
  const faults = [];
  for (const rule of rules.groups.flatMap((group) => group.rules).filter((rule) => rule.alert)) {
    const fault = (what) => faults.push(`${rule.alert}: ${what}`);
    if (!severities.includes(rule.labels?.severity)) fault(`its severity is none of ${severities}`);
    for (const annotation of ["summary", "runbook_url"]) {
      if (!rule.annotations?.[annotation]) fault(`has no ${annotation}`);
    }
    runbookFaults(rule, page).forEach(fault);
    const shown = tests.tests
      .flatMap((test) => test.alert_rule_test ?? [])
      .filter((test) => test.alertname === rule.alert);
    if (!shown.some((test) => test.exp_alerts?.length > 0)) fault("no test shows it firing");
    if (!shown.some((test) => !test.exp_alerts?.length)) fault("no test shows it silent");
  }
  return faults;
}

function runbookFaults({ alert, annotations }, page) {
  const [path, anchor] = (annotations?.runbook_url ?? "").split("#");
  const content = page(path);
  if (content === undefined) return [`there is no page ${path}`];
  if (anchor !== alert.toLowerCase()) return [`its runbook_url must end in #${alert.toLowerCase()}`];
  const section = content.split(/^(?=## )/m).find((it) => it.startsWith(`## ${alert}\n`));
  if (section === undefined) return [`${path} has no heading "## ${alert}"`];
  return [
    ...sections.filter((part) => !section.includes(part)).map((part) => `its runbook lacks ${part}`),
    ...(section.includes("```sh\n") ? [] : ["its runbook has no command"]),
  ];
}

/** The same rules as the Prometheus operator takes them. */
export const prometheusRule = (rules) =>
  "# Made from deploy/observability/rules.yml by: node deploy/checks/alerts.mjs --write\n" +
  stringify({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: "support-pulse" },
    spec: { groups: rules.groups },
  });

function main() {
  const rules = parse(text("deploy/observability/rules.yml"));
  const tests = parse(text("deploy/observability/rules-test.yml"));
  const page = (path) => (path && existsSync(new URL(path, root)) ? text(path) : undefined);
  const component = "deploy/kubernetes/components/monitoring/prometheus-rule.yaml";
  if (process.argv.includes("--write")) {
    writeFileSync(new URL(component, root), prometheusRule(rules));
  }
  const faults = alertFaults(rules, tests, page);
  if (text(component) !== prometheusRule(rules)) {
    faults.push(`${component} isn't made of these rules: node deploy/checks/alerts.mjs --write`);
  }
  faults.forEach((fault) => console.error(fault));
  process.exitCode = faults.length > 0 ? 1 : 0;
}

if (import.meta.filename === process.argv[1]) main();
