-- How tools were used, and what the cases are about that they were used in.

create table tool_use (
  project     text        not null,
  identity    bytea       not null,
  tool        text        not null,
  -- null: consumption only, no trial
  case_id     text,
  minutes     numeric     not null,
  uses        numeric     not null,
  occurred_at timestamptz not null,
  primary key (project, identity, tool)
);

create index on tool_use (project, occurred_at);
create index on tool_use (occurred_at);

create table case_rating (
  project     text        not null,
  identity    bytea       not null,
  case_id     text        not null,
  satisfied   boolean     not null,
  occurred_at timestamptz not null,
  primary key (project, identity)
);

create index on case_rating (project, case_id, occurred_at);
create index on case_rating (occurred_at);

create table case_need (
  project     text        not null,
  identity    bytea       not null,
  case_id     text        not null,
  category    text        not null,
  occurred_at timestamptz not null,
  primary key (project, identity)
);

create index on case_need (project, case_id, occurred_at);
create index on case_need (occurred_at);

-- Outcomes of a tool's trials.
create index on solution_event (project, case_id) where stage = 'OUTCOME';
