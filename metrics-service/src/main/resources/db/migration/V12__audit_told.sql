-- Which changes the topic support.audit has been told of. It is told after the transaction that made
-- the change, and again if that was interrupted: its events are known by their id.
alter table audit add column told boolean not null default false;
create index audit_untold on audit (id) where not told;
