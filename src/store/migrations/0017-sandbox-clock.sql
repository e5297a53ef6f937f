-- How far a sandbox's clock is ahead of the database's clock. No row until it is first set forward, then one.
create table sandbox_clock (
  id boolean primary key default true check (id),
  forward_ms bigint not null check (forward_ms > 0)
);
