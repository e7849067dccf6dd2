-- Cases over time, and what was promised about them.

alter table case_state
  -- By how much the case changes the backlog, by minute: {"2026-03-01T10:00:00Z": [n, "sum"], …}.
  add column backlog jsonb not null default '{}',
  -- Until when a case that isn't answered, or resolved, is not overdue; null if it never will be.
  add column response_due timestamptz,
  add column resolution_due timestamptz;

-- Cases that are still in time are subtracted from those not done, so these are read by every query.
create index case_response_due on case_state (project, response_due) where response_due is not null;
create index case_resolution_due on case_state (project, resolution_due)
  where resolution_due is not null;

alter table targets add column resolution_seconds bigint;

-- The backlog at an instant is the sum of all its changes before: they are found without reading
-- the other measures of those days.
create index bucket_day_backlog on bucket_day (project, start_at) where measure = 'BACKLOG';

-- The rows behind any figure; a case that isn't done but still in time counts towards no target.
create or replace view contribution as
select 'EVENT' as kind, project, encode(identity, 'hex') as key, day, occurred_at as at,
  source, id, type, received_at, case_id, account, classified_category, classified_origin,
  category, channel, tier, mode,
  tally
    || case when classifiable and classified_category is null
         then '{"PENDING": [1, "0"]}'::jsonb else '{}' end
    || case
         when not lacks_sentiment then '{}'
         when classified_sentiment is null then '{"PENDING_SENTIMENT": [1, "0"]}'
         else jsonb_build_object('SENTIMENT MODEL/' || classified_sentiment, jsonb_build_array(1,
           case classified_sentiment when 'POSITIVE' then '1' when 'NEGATIVE' then '-1' else '0' end))
       end as tally
from ledger
where not voided
union all
select 'CASE', project, case_id, (counted_at at time zone 'UTC')::date, counted_at,
  null, null, null, null, case_id, null, null, null,
  category, channel, tier, mode,
  tally
    - case when response_due >= now() then 'RESPONSE_TARGET' else '' end
    - case when resolution_due >= now() then 'RESOLUTION_TARGET' else '' end
from case_state
where counted_at is not null;

-- The changes behind the backlog, in the shape of the view above.
create view backlog_contribution as
select 'CASE' as kind, c.project, c.case_id as key,
  (change.minute::timestamptz at time zone 'UTC')::date as day, change.minute::timestamptz as at,
  null::text as source, null::text as id, null::text as type, null::timestamptz as received_at,
  c.case_id, null::text as account, null::text as classified_category,
  null::text as classified_origin, c.category, c.channel, c.tier, c.mode,
  jsonb_build_object('BACKLOG', change.counted) as tally
from case_state c, jsonb_each(c.backlog) as change (minute, counted);
