-- What every event and every case adds to the buckets, as one list: the rows behind any figure. An
-- event counts its own tally, what the classifier found, and what still pends; a case counts what
-- its events make of it.
create view contribution as
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
  category, channel, tier, mode, tally
from case_state
where counted_at is not null;

create index case_time on case_state (project, counted_at);
