-- Every version of the models: those that shipped, and what was learned from corrections on top of one.
create table model_version (
  version text        not null primary key,
  -- the one that shipped and that it builds on
  shipped text        not null,
  -- the highest sequence of a correction that it learned from
  through bigint      not null,
  made_at timestamptz not null,
  -- JSON: the models of each tier, and what was learned from each project
  models  text        not null,
  lessons text        not null,
  -- JSON: how it compares with the champion; null if it shipped
  report  text
);

create index model_version_newest on model_version (made_at);

-- The file of each tier: a whole model if it shipped, else the heads of projects.
create table model_file (
  version text  not null references model_version,
  tier    text  not null,
  content bytea not null,
  primary key (version, tier)
);

-- Which version was the champion since when; the highest sequence is the champion of today.
create table promotion (
  sequence    bigint      not null primary key,
  version     text        not null references model_version,
  promoted_at timestamptz not null,
  promoted_by text        not null
);

-- When it could be learned from, in the order of precedence: null until it is known what the event says.
alter table correction add column learnable bigint;
-- When the topic was last searched for what the event says.
alter table correction add column sought_at timestamptz;

update correction set learnable = sequence where title is not null or body is not null;

drop index correction_of_project;
create index correction_of_project on correction (project, learnable);
create index correction_to_seek on correction (sequence) where learnable is null;
