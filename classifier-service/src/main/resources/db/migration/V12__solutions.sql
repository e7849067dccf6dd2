-- Articles that were imported; one of the same id and language takes the place of one that ships.

create table article (
  id          text        not null,
  language    text        not null,
  markdown    text        not null,
  imported_by text        not null,
  imported_at timestamptz not null,
  primary key (id, language)
);

-- Counts every change of articles, so that each instance notices what another one imported.
create table article_revision (revision bigint not null);
insert into article_revision values (0);

-- What became of solutions.
create table solution_event (
  project     text        not null,
  identity    bytea       not null,
  solution_id text        not null,
  stage       text        not null check (stage in ('PROPOSED', 'APPLIED', 'OUTCOME')),
  helped      boolean,
  case_id     text,
  tool        text,
  occurred_at timestamptz not null,
  primary key (project, identity),
  check ((stage = 'OUTCOME') = (helped is not null))
);

create index on solution_event (project, occurred_at);
create index on solution_event (occurred_at);

-- Where cases stand: a solution is verified by a case that stays resolved.
create table case_transition (
  project     text        not null,
  identity    bytea       not null,
  case_id     text        not null,
  resolved    boolean     not null,
  occurred_at timestamptz not null,
  primary key (project, identity)
);

create index on case_transition (project, case_id, occurred_at);
create index on case_transition (occurred_at);
