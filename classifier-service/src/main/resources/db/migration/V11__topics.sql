-- What texts are about: their terms and a sketch to compare them by, never the texts.

create table topic_text (
  project     text        not null,
  identity    bytea       not null,
  source      text        not null,
  id          text        not null,
  occurred_at timestamptz not null,
  terms       text[]      not null,
  sketch      int[]       not null,
  primary key (project, identity)
);

create index on topic_text (project, occurred_at);
create index on topic_text (occurred_at);
