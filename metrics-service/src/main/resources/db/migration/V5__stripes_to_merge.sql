-- What maintenance has yet to merge: rows of all stripes but the first. Empty where one instance
-- counts alone.
create index bucket_minute_stripes on bucket_minute (project, start_at) where stripe > 0;
create index bucket_quarter_hour_stripes on bucket_quarter_hour (project, start_at) where stripe > 0;
create index bucket_day_stripes on bucket_day (project, start_at) where stripe > 0;
