-- Whose texts these are, by the pseudonym that intake made: to find what is to be erased, for nothing else. No
-- index: erasure is rare and may read a project's rows, while every event would pay for one.
alter table topic_text add column pseudonym text;
alter table fault_report add column pseudonym text;

-- The event that a correction is about, as it is named elsewhere, and whose it is as far as that is known.
alter table correction add column identity bytea;
alter table correction add column pseudonym text;
-- When what the event says, and the note, were forgotten for good.
alter table correction add column forgotten_at timestamptz;

-- Identity: the first half of SHA-256 over length and UTF-8 of project, source and id.
update correction set identity = substring(sha256(
    int4send(octet_length(convert_to(project, 'UTF8'))) || convert_to(project, 'UTF8')
    || int4send(octet_length(convert_to(target_source, 'UTF8'))) || convert_to(target_source, 'UTF8')
    || int4send(octet_length(convert_to(target_id, 'UTF8'))) || convert_to(target_id, 'UTF8'))
  from 1 for 16);
alter table correction alter column identity set not null;

drop index correction_to_seek;
create index correction_to_seek on correction (sequence) where learnable is null and forgotten_at is null;

-- What was erased: what the topics still hold of before, and what was on its way, is erased again when it is found.
create table erasure (
  project   text        not null,
  -- The pseudonym of a user; empty for the whole project.
  pseudonym text        not null,
  -- Whatever happened before is erased.
  until     timestamptz not null,
  erased_by text        not null,
  primary key (project, pseudonym)
);
