-- Since when a classification waits for its event: at some point no topic holds that event any more.
alter table parked_classification add column parked_at timestamptz not null default now();
create index parked_age on parked_classification (parked_at);
