-- Since when the ledger holds every event: what it dropped can't be counted again, so buckets of
-- earlier days are never rebuilt, even if older days are accepted again by another configuration.
create table ledger_start (
  only_row boolean primary key default true check (only_row),
  day date not null
);

insert into ledger_start (day)
select coalesce(min(replace(substr(relname, 8), '_', '-')::date), '0001-01-01')
from pg_inherits join pg_class on pg_class.oid = inhrelid
where inhparent = 'ledger'::regclass;
