-- Where each partition stands. One row is both the position and the fence: a writer whose epoch is
-- older than the row's writes nothing.
create table offsets (
  topic text not null,
  partition integer not null,
  next bigint not null,
  epoch bigint not null,
  -- Broker time at which the last counted record was appended; null before the first.
  appended_at timestamptz,
  primary key (topic, partition)
);

-- Every event ever accepted, and every target of a void that came first (then digest and day are
-- null). Not partitioned by time, so that an identity is unique for good.
create table identity (
  project text not null,
  identity bytea not null,
  digest bytea,
  day date,
  voided boolean not null default false,
  primary key (project, identity)
);

-- One row per accepted event: what it says, what it was classified as, and the dimensions under
-- which it is counted now. Texts are not kept.
create table ledger (
  project text not null,
  identity bytea not null,
  -- UTC day of occurred_at.
  day date not null,
  source text not null,
  id text not null,
  type text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  case_id text,
  account text,
  -- Dimensions that the event names itself.
  own_category text,
  own_channel text,
  own_tier text,
  own_mode text,
  -- What the event counts by itself: {"MEASURE detail": [n, "sum"], …}.
  tally jsonb not null,
  classifiable boolean not null,
  lacks_sentiment boolean not null,
  voided boolean not null,
  -- The classification in force.
  classified_category text,
  classified_sentiment text,
  classified_origin text,
  classified_sequence bigint,
  classified_tier text,
  -- Dimensions under which the event is counted: its own, else its classification's or its case's.
  category text,
  channel text,
  tier text,
  mode text,
  primary key (project, identity, day)
) partition by range (day);

create index ledger_case on ledger (project, case_id) where case_id is not null;
create index ledger_time on ledger (project, occurred_at);

-- One row per case: a summary of its events that are not voided, recomputed whenever one changes.
create table case_state (
  project text not null,
  case_id text not null,
  -- Days of the first and last event of the case, so that only those partitions are read.
  first_day date,
  last_day date,
  -- The minute under which the case is counted: its opening, or its earliest event before that.
  counted_at timestamptz,
  category text,
  channel text,
  tier text,
  mode text,
  tally jsonb not null default '{}',
  primary key (project, case_id)
);

-- Classifications that came before their event: the best one for each digest; digest is empty for a
-- human's that named none.
create table parked_classification (
  project text not null,
  identity bytea not null,
  digest bytea not null,
  category text not null,
  sentiment text,
  origin text not null,
  sequence bigint not null,
  tier text not null,
  primary key (project, identity, digest)
);

-- Bodies that came under an identity that already had another one. Kept, never counted.
create table conflict (
  project text not null,
  identity bytea not null,
  digest bytea not null,
  source text not null,
  id text not null,
  type text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  times bigint not null default 1,
  tally jsonb not null,
  primary key (project, identity, digest)
);

-- received = accepted + duplicate + rejected + quarantined, per project and hour of receipt.
create table accounting (
  project text not null,
  hour timestamptz not null,
  stripe smallint not null,
  accepted bigint not null default 0,
  duplicate bigint not null default 0,
  rejected bigint not null default 0,
  quarantined bigint not null default 0,
  primary key (project, hour, stripe)
);

-- Additive counts per project, dimensions, measure and span of time. A figure is a sum over rows;
-- stripes keep the writers of a hot project apart.
create table bucket_minute (
  project text not null,
  start_at timestamptz not null,
  measure text not null,
  detail text not null,
  category text,
  channel text,
  tier text,
  mode text,
  stripe smallint not null,
  n bigint not null,
  sum numeric not null,
  -- When a span that was already over last changed; null if it never did.
  restated_at timestamptz,
  unique nulls not distinct
    (project, start_at, measure, detail, category, channel, tier, mode, stripe)
);

create table bucket_quarter_hour (like bucket_minute including all);

create table bucket_day (like bucket_minute including all);
