-- How vendors have answered lately, as seen by all servers of this database: one row for each vendor account.
create unlogged table provider_health (
  -- The provider's id, a slash and the account's key.
  account text primary key,
  health text not null,
  -- Why, in a sentence for people; null while it answers.
  reason text,
  checked_at timestamptz not null
);
