-- Rows of buckets are counted up again and again: with room on its page a new version needs no new
-- entry in the indexes. Pages that are full already get room as their rows move.
alter table bucket_minute set (fillfactor = 75);
alter table bucket_quarter_hour set (fillfactor = 75);
alter table bucket_day set (fillfactor = 75);
