-- What all servers of this database together have used of the vendors' budgets.
create unlogged table provider_budgets (
  key text primary key,
  -- Milliseconds since 1970.
  closed_until double precision not null default 0,
  places double precision[] not null default '{}'
);
