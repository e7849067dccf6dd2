-- What was erased, so that nothing of before is counted or linked again: the topics still hold it.
create table erasure (
  project text not null,
  -- The pseudonym of a user; empty for the whole project.
  pseudonym text not null,
  -- Whatever was received before is erased; infinity while it is being erased.
  until timestamptz not null,
  primary key (project, pseudonym)
);

-- Whose event it is, so that it can be unlinked. No index: erasure is rare and may read a project's
-- rows, while every event would pay for one.
alter table ledger add column pseudonym text;
alter table conflict add column pseudonym text;
