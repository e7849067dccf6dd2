-- Which needs there were, to try rules on, and what cases took, to estimate by.

create table mode_need (
  project     text        not null,
  identity    bytea       not null,
  source      text        not null,
  id          text        not null,
  case_id     text,
  category    text        not null,
  -- by the text
  complexity  text        not null,
  secondary   text[]      not null,
  tier        text        not null,
  occurred_at timestamptz not null,
  primary key (project, identity)
);

create index on mode_need (project, occurred_at);
create index on mode_need (project, case_id, occurred_at) where case_id is not null;
create index on mode_need (occurred_at);

create table mode_case (
  project     text        not null,
  identity    bytea       not null,
  case_id     text        not null,
  open        boolean     not null,
  -- null: nobody told
  minutes     numeric,
  occurred_at timestamptz not null,
  primary key (project, identity)
);

create index on mode_case (project, case_id, occurred_at);
create index on mode_case (occurred_at);
