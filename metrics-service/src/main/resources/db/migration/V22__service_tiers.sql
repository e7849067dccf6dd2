-- What customer tiers are promised and what they pay, as it was set.
create table service_tiers (
  project text primary key,
  body text not null
);
