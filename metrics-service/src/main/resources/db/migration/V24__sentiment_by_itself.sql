-- Who heard the sentiment that holds, where that isn't whoever found the category that holds: a
-- correction of a category says nothing of the sentiment. Null: the same finding named both.
alter table ledger
  add column classified_sentiment_origin text,
  add column classified_sentiment_sequence bigint,
  add column classified_sentiment_tier text;

alter table parked_classification
  add column sentiment_origin text,
  add column sentiment_sequence bigint,
  add column sentiment_tier text;
