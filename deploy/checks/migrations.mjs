// Checks that the release before works with the schema that a migration leaves: instances of both run side by side during a
// rollout, and a rollout may be undone. So nothing goes, changes its meaning, or is asked for that it doesn't know of; that
// is for the release after the one that last used it. Then a comment above the statement says so: -- unused since V12
//
//   node migrations.mjs
import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);

/** The last migration of each service that its first release brings: nothing ran before it. */
const first = { "classifier-service": 15, "metrics-service": 23 };

const breaking = [
  [/\bdrop (table|column|view|type|sequence|schema)\b/, "takes away what it reads"],
  [/\brename\b/, "renames what it reads"],
  [/\bset not null\b/, "wants what it doesn't write"],
  [/\badd column\b(?=[^,;]*\bnot null\b)(?![^,;]*\b(default|generated)\b)/, "wants what it doesn't write"],
  [/\balter column \w+ (set data )?type\b/, "changes the type of what it reads"],
  [/\badd (constraint\b|unique\b|check\b|foreign key\b|primary key\b)/, "may refuse what it writes"],
  [/\b(truncate|delete from)\b/, "takes away what it wrote"],
];

/** What of a migration breaks the release before, a text each. */
export function migrationFaults(sql) {
  return sql.split(";").flatMap((statement) => {
    if (/--\s*unused since V\d+/.test(statement)) return [];
    const bare = statement.replace(/--.*/g, "").replace(/\s+/g, " ").trim().toLowerCase();
    return breaking.filter(([pattern]) => pattern.test(bare)).map(([, what]) => `${what}: ${bare.slice(0, 80)}`);
  });
}

function main() {
  for (const [service, last] of Object.entries(first)) {
    const folder = new URL(`${service}/src/main/resources/db/migration/`, root);
    const scripts = readdirSync(folder);
    if (scripts.length < last / 2) throw new Error(`${folder} lacks migrations`);
    for (const name of scripts.filter((it) => Number(/^V(\d+)__/.exec(it)[1]) > last)) {
      for (const fault of migrationFaults(readFileSync(new URL(name, folder), "utf8"))) {
        console.error(`${service}, ${name}: the release before fails: it ${fault}`);
        process.exitCode = 1;
      }
    }
  }
}

if (import.meta.filename === process.argv[1]) main();
