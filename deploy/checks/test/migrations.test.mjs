import assert from "node:assert/strict";
import { test } from "node:test";
import { migrationFaults } from "../migrations.mjs";

for (const sql of [
  "create table letter (id bigint not null, unique (id));",
  "alter table letter add column note text;",
  "alter table letter add column note text not null default '', add column day date;",
  "create index letter_day on letter (day) where note is not null; drop index letter_note;",
  "-- nobody may rename it\ninsert into letter values (1);",
  "-- unused since V12\nalter table letter drop column note;",
]) {
  test(`passes: ${sql}`, () => assert.deepEqual(migrationFaults(sql), []));
}

for (const [sql, said] of [
  ["alter table letter drop column note;", /takes away what it reads/],
  ["drop table letter;", /takes away what it reads/],
  ["alter table letter rename column note to text;", /renames/],
  ["alter table letter add column note text not null;", /wants what it doesn't write/],
  ["alter table letter add column day date default now(), add column note text\n  not null;", /wants/],
  ["ALTER TABLE letter ALTER COLUMN note SET NOT NULL;", /wants/],
  ["alter table letter alter column id type text;", /changes the type/],
  ["alter table letter add constraint positive check (id > 0);", /may refuse/],
  ["delete from letter;", /takes away what it wrote/],
]) {
  test(`caught: ${sql}`, () => assert.match(migrationFaults(sql).join(), said));
}
