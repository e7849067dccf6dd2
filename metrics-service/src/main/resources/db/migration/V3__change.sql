-- How often the counts of a project changed, so that a live view knows when to look again. Stripes
-- keep the writers of a hot project apart, as in the buckets; a reader sums them.
create table change (
  project text not null,
  stripe smallint not null,
  version bigint not null,
  primary key (project, stripe)
);
