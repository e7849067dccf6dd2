-- Every figure of every window and group, straight from what happened.
with span as (
  select * from unnest({froms}::timestamptz[], {tos}::timestamptz[]) with ordinality
    as span (begins_at, ends_at, i)),
event as (
  select i, e.* from span join oracle_event e on e.at >= begins_at and e.at < ends_at
  where e.project = {project} {filters}),
opened as (
  select i, c.*, extract(epoch from answered_at - opened_at) as response,
    case when resolved then extract(epoch from last_resolved_at - opened_at) end as resolution
  from span join oracle_case c on c.opened_at >= begins_at and c.opened_at < ends_at
  where c.project = {project} {filters}),
rated as (
  select event.*, card.currency as own_currency, rate.rate as price
  from event, lateral (
    select * from rate_card where project = {project} and valid_from <= (at at time zone 'UTC')::date
    order by valid_from desc limit 1) as card, rate
  where measure = 'USAGE' and rate.rate_card_id = card.id and rate.item = event.detail),
booked as (
  select i, at, category, channel, tier, mode, measure, split_part(detail, '/', 1) as own_currency, x
  from event where measure in ('COST', 'INCOME', 'COST_IN_TOTAL')
  union all
  select i, at, category, channel, tier, mode, 'RATED', own_currency, x * price from rated
  union all
  select i, at, category, channel, tier, mode, 'IN_BUDGET', split_part(detail, '/', 1), x
  from event join budget on budget.project = {project} and at >= budget.from_at and at < budget.to_at
  where measure = 'COST'
  union all
  select i, at, category, channel, tier, mode, 'TO_DATE', split_part(detail, '/', 1), x
  from span join budget on budget.project = {project}
    join oracle_event e on e.project = {project} and measure = 'COST'
      and at >= budget.from_at and at < least(budget.to_at, ends_at)
  where true {filters}),
money as (
  select booked.*, coalesce({currency}, own_currency) as currency,
    case when {currency} is null or own_currency = {currency} then x
      else x * (
        select r.rate from exchange_table t join exchange_rate r on r.exchange_table_id = t.id
        where t.project = {project} and t.currency = {currency} and r.currency = own_currency
          and t.valid_from <= (booked.at at time zone 'UTC')::date
        order by t.valid_from desc limit 1) end as value
  from booked),
planned as (
  select i,
    sum(share * greatest(0, extract(epoch from
      least(day + interval '24 hours', ends_at) - greatest(day, begins_at)))) as in_window,
    sum(share * greatest(0, extract(epoch from least(day + interval '24 hours', ends_at) - day)))
      as to_date
  from (
    select i, begins_at, ends_at, day,
      budget.amount / extract(epoch from budget.to_at - budget.from_at)
        * case when {currency} is null or budget.currency = {currency} then 1 else (
          select r.rate from exchange_table t join exchange_rate r on r.exchange_table_id = t.id
          where t.project = {project} and t.currency = {currency} and r.currency = budget.currency
            and t.valid_from <= (day at time zone 'UTC')::date
          order by t.valid_from desc limit 1) end as share
    from span, budget, generate_series(
      budget.from_at, budget.to_at - interval '24 hours', interval '24 hours') as day
    where budget.project = {project}) as piece
  group by i)
select i {keys}, 'SHARE ' || measure || ' ' || currency as name,
  sum(value) / max(case measure when 'IN_BUDGET' then in_window else to_date end) as value
from money join planned using (i) where measure in ('IN_BUDGET', 'TO_DATE')
group by i {keys}, measure, currency
union all
select i {keys}, measure || ' ' || currency as name, sum(value) as value
from money group by i {keys}, measure, currency
union all
select i {keys}, 'listed', 1 from event where measure <> 'EFFORT' group by i {keys}
union all
select i {keys}, name, value from (
  select i {keys}, jsonb_build_object(
    'netSatisfaction', sum(x) filter (where measure = 'SENTIMENT')
      / nullif(sum(n) filter (where measure = 'SENTIMENT'), 0),
    'csat', avg(x) filter (where detail = 'overall'),
    'ces', avg(x) filter (where detail = 'effort'),
    'nps', 100 * avg(x) filter (where detail = 'recommend'),
    'weightedCsat', 0.5 * avg(x) filter (where detail = 'technicalSupport')
      + 0.3 * avg(x) filter (where detail = 'solution')
      + 0.2 * avg(x) filter (where detail = 'responseTime')) as figures
  from event group by i {keys}) as of_events, lateral (
  select key as name, value::numeric from jsonb_each_text(figures)) as figure
where value is not null
union all
select i {keys}, name, value from (
  select i {keys}, jsonb_build_object(
    'cases', count(*),
    'resolved', count(*) filter (where resolved),
    'supportEfficiency', avg(resolved::int),
    'reopenRate', avg(ever_reopened::int) filter (where ever_resolved),
    'firstResponse', avg(response),
    'firstResponse p50', percentile_disc(0.5) within group (order by response),
    'firstResponse p90', percentile_disc(0.9) within group (order by response),
    'firstResponse p95', percentile_disc(0.95) within group (order by response),
    'firstResponse p99', percentile_disc(0.99) within group (order by response),
    'resolutionTime', avg(resolution),
    'resolutionTime p50', percentile_disc(0.5) within group (order by resolution),
    'resolutionTime p90', percentile_disc(0.9) within group (order by resolution),
    'resolutionTime p95', percentile_disc(0.95) within group (order by resolution),
    'resolutionTime p99', percentile_disc(0.99) within group (order by resolution),
    'slaAttainment', avg((answered_at is not null and response_worked <= 32400)::int)
      filter (where answered_at is not null or response_worked > 32400),
    'resolutionAttainment', avg((resolved and resolution_worked <= 72000)::int)
      filter (where resolved or resolution_worked > 72000)) as figures
  from opened group by i {keys}) as of_cases, lateral (
  select key as name, value::numeric from jsonb_each_text(figures)) as figure
where value is not null
union all
select i {keys}, 'backlog', count(*) filter (where coalesce((
    select move.type = 'case.reopened' from since move
    where move.project = c.project and move.case_id = c.case_id and move.at < ends_at
      and move.type in ('case.resolved', 'case.reopened')
    order by move.at desc limit 1), true))
from span join oracle_case c on c.opened_at < ends_at
where c.project = {project} {filters}
group by i {keys}
