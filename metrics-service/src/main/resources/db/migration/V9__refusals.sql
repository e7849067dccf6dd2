-- What was refused under an identity: when the same body comes again, it is a duplicate.
create table refusal (
  project text not null,
  identity bytea not null,
  digest bytea not null,
  -- REJECTED, which conflicts are too, or QUARANTINED.
  outcome text not null,
  -- When it was received for the first time: the hour under which it is accounted for.
  received_at timestamptz not null,
  -- When it was counted last; some time after that it is forgotten.
  recorded_at timestamptz not null,
  primary key (project, identity, digest, outcome)
);

create index refusal_age on refusal (recorded_at);

insert into refusal (project, identity, digest, outcome, received_at, recorded_at)
select project, identity, digest, 'REJECTED', received_at, recorded_at from conflict;
