-- Wishes that all events be classified again with the champion.
create table reprocessing (
  id           bigint generated always as identity primary key,
  -- null: every project
  project      text,
  -- null: the best one that an instance has
  tier         text,
  requested_at timestamptz not null,
  requested_by text        not null,
  -- JSON: the offset of each partition at which it began and before which it ends
  begins       text        not null,
  ends         text        not null,
  finished_at  timestamptz
);

create index reprocessing_open on reprocessing (id) where finished_at is null;
