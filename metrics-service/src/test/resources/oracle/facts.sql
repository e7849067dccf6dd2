-- What happened, derived from the ledger alone: no bucket, no case state.

create function pg_temp.worked(a timestamptz, b timestamptz) returns numeric language sql as $$
  select coalesce(sum(extract(epoch from least(b, shift_end) - greatest(a, shift_start))), 0)
  from (
    select (day::date + start_at) at time zone 'America/New_York' as shift_start,
      (day::date + end_at) at time zone 'America/New_York' as shift_end
    from generate_series((a at time zone 'America/New_York')::date,
        (b at time zone 'America/New_York')::date, interval '1 day') as day,
      (values (time '08:00', time '12:00'), (time '13:00', time '17:00')) as shift (start_at, end_at)
    where day::date <> date '2026-03-02') as shift
  where least(b, shift_end) > greatest(a, shift_start)
$$;

create temp table move as
select project, case_id, type, occurred_at as at, own_channel, own_tier, own_mode, classified_category
from ledger
where not voided and case_id is not null and type in
  ('case.opened', 'case.responded', 'case.resolved', 'case.reopened', 'feedback.submitted');

create temp table since as
with opening as (
  select distinct on (project, case_id) project, case_id, at as opened_at
  from move where type = 'case.opened' order by project, case_id, at)
select move.*, opened_at from move join opening using (project, case_id) where at >= opened_at;

create temp table oracle_case as
with fate as (
  select project, case_id, opened_at,
    (array_agg(classified_category) filter (where at = opened_at))[1] as category,
    (array_agg(own_channel) filter (where at = opened_at))[1] as channel,
    (array_agg(own_tier) filter (where at = opened_at))[1] as tier,
    coalesce(
      (array_agg(own_mode order by at desc)
        filter (where type = 'case.resolved' and own_mode is not null))[1],
      (array_agg(own_mode) filter (where at = opened_at))[1]) as mode,
    coalesce((array_agg(type order by at desc)
      filter (where type in ('case.resolved', 'case.reopened')))[1] = 'case.resolved', false)
      as resolved,
    min(at) filter (where type = 'case.responded') as answered_at,
    max(at) filter (where type = 'case.resolved') as last_resolved_at,
    bool_or(type = 'case.resolved') as ever_resolved,
    bool_or(type = 'case.reopened') as ever_reopened
  from since group by project, case_id, opened_at),
response as (
  select project, case_id, sum(pg_temp.worked(at, until)) filter (where runs) as worked
  from (
    select s.project, s.case_id, s.at, s.type in ('case.opened', 'case.reopened') as runs,
      coalesce(lead(s.at) over (partition by s.project, s.case_id order by s.at), f.answered_at,
        now()) as until
    from since s join fate f using (project, case_id)
    where (s.at < f.answered_at or f.answered_at is null)
      and (s.type in ('case.resolved', 'case.reopened') or s.at = s.opened_at)) as turn
  group by project, case_id),
resolution as (
  select project, case_id, sum(pg_temp.worked(at, until)) filter (where runs) as worked
  from (
    select s.project, s.case_id, s.at,
      case
        when s.type in ('case.responded', 'case.resolved') then false
        when s.type in ('case.opened', 'case.reopened') then true
        else not coalesce((
          select before.type = 'case.resolved' from since before
          where before.project = s.project and before.case_id = s.case_id and before.at <= s.at
            and before.type in ('case.resolved', 'case.reopened')
          order by before.at desc limit 1), false)
      end as runs,
      coalesce(lead(s.at) over (partition by s.project, s.case_id order by s.at), now()) as until
    from since s
    where s.type <> 'case.opened' or s.at = s.opened_at) as turn
  group by project, case_id)
select fate.*, response.worked as response_worked, resolution.worked as resolution_worked
from fate join response using (project, case_id) join resolution using (project, case_id);

create temp table oracle_event as
select l.project, l.occurred_at as at,
  coalesce(l.own_category, l.classified_category, c.category) as category,
  coalesce(l.own_channel, c.channel) as channel, coalesce(l.own_tier, c.tier) as tier,
  coalesce(l.own_mode, c.mode) as mode,
  split_part(fact.key, ' ', 1) as measure, split_part(fact.key, ' ', 2) as detail,
  (fact.value ->> 0)::bigint as n, (fact.value ->> 1)::numeric as x
from ledger l
left join oracle_case c using (project, case_id),
lateral (
  select * from jsonb_each(l.tally)
  union all
  select 'SENTIMENT MODEL', jsonb_build_array(1,
    case l.classified_sentiment when 'POSITIVE' then 1 when 'NEGATIVE' then -1 else 0 end)
  where l.lacks_sentiment and l.classified_sentiment is not null) as fact
where not l.voided;
