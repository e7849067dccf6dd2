-- Precedence between classifications of one event: drawn at each correction and at each promotion of a model.
-- The models that ship bring small ones of their own.
create sequence precedence start with 1000;

-- What humans said that an event is about.
create table correction (
  sequence      bigint      not null primary key,
  project       text        not null,
  -- the caller's own, unique within the project
  id            text        not null,
  target_source text        not null,
  target_id     text        not null,
  category      text        not null,
  sub_category  text,
  sentiment     text,
  note          text,
  -- what the event says, so that it can be learned from
  title         text,
  body          text,
  corrected_by  text        not null,
  corrected_at  timestamptz not null,
  -- null until support.classifications has it
  published_at  timestamptz,
  unique (project, id)
);

create index correction_to_publish on correction (sequence) where published_at is null;
create index correction_of_project on correction (project, sequence);
