-- What was reported broken. A fault is found again by its fingerprint, a report by its event's identity.

create table fault (
  project     text        not null,
  fingerprint bytea       not null,
  kind        text        not null,
  title       text        not null,
  first_seen  timestamptz not null,
  last_seen   timestamptz not null,
  primary key (project, fingerprint)
);

create table fault_report (
  project     text        not null,
  identity    bytea       not null,
  fingerprint bytea       not null,
  occurred_at timestamptz not null,
  occurrences bigint      not null check (occurrences > 0),
  version     text,
  primary key (project, identity)
);

-- What a window of a project needs is in the index alone.
create index on fault_report (project, occurred_at) include (fingerprint, occurrences, version);
create index on fault_report (project, fingerprint, occurred_at);
create index on fault_report (occurred_at);

-- The leaves of the tree that messages without a stack trace are compared by.
create table log_template (
  project     text   not null,
  fingerprint bytea  not null,
  length      int    not null,
  first_word  text   not null,
  words       text[] not null,
  learnt      bigint generated always as identity,
  primary key (project, fingerprint)
);

create index on log_template (project, length, first_word, learnt);

-- Events taken back, also before they come.
create table observation_voided (
  project   text        not null,
  identity  bytea       not null,
  voided_at timestamptz not null default now(),
  primary key (project, identity)
);

create index on observation_voided (voided_at);
