-- Every open subject has one row here: when it is looked at next, and who does it. The only schedule there is.
create table work (
  tenant_id text not null,
  kind text not null,
  id text not null,
  provider_id text not null,
  account_key text not null,
  due_at timestamptz not null,
  -- The cause of that look, for its events.
  via text not null,
  -- A hint that came after the last look began.
  hinted_at timestamptz,
  hinted_via text,
  -- When the last look began.
  looked_at timestamptz,
  claim_owner text,
  claimed_until timestamptz,
  -- Consecutive looks that found nothing new, and consecutive failures.
  idle_looks integer not null default 0,
  failures integer not null default 0,
  -- Where the vendor account has a limit of analyses at a time: WAITING for a place, or TAKEN.
  turn text,
  turn_since timestamptz,
  -- How far the subject got at its provider, sealed. Without the prefix `sealed:` it is JSON of an earlier version.
  checkpoint text,
  correlation_id text not null,
  primary key (tenant_id, kind, id)
) with (fillfactor = 60, toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.05);
-- Out of line, so that a look without news rewrites only the narrow row.
alter table work alter column checkpoint set storage external;
create index work_due on work (provider_id, due_at);
create index work_turns on work (provider_id, account_key, tenant_id) where turn is not null;

insert into work (tenant_id, kind, id, provider_id, account_key, due_at, via, idle_looks, failures, turn, turn_since,
  checkpoint, correlation_id)
select tenant_id, 'analysis', id, provider_id, coalesce(account_key, ''), coalesce(next_check_at, updated_at), 'POLL',
  idle_checks, failures,
  case when account_key is not null and status in ('SUBMITTING', 'PROCESSING') then 'TAKEN' end,
  case when account_key is not null and status in ('SUBMITTING', 'PROCESSING') then updated_at end,
  nullif(checkpoint, 'null'::jsonb)::text, correlation_id
from analyses where completed_at is null;

drop index analyses_awaiting_consent;
alter table analyses
  drop column next_check_at, drop column checkpoint, drop column lease_owner, drop column lease_until,
  drop column last_checked_at, drop column hinted_at, drop column idle_checks, drop column failures,
  drop column account_key, drop column correlation_id,
  -- What keeps it from going on at the moment.
  add column obstacle jsonb;
create index analyses_open on analyses (tenant_id, case_id) where completed_at is null;
-- Analyses that wait for a customer who does something on the provider's pages.
create index analyses_awaiting_provider on analyses (provider_id, id)
  where completed_at is null and status = 'ACTION_REQUIRED' and action ->> 'type' = 'OPEN_URL';

-- Computed from the analyses of the case and written together with them.
alter table cases add column status text not null default 'OPEN';
update cases set status = derived.status
from (
  select item.tenant_id, item.case_id, case
      when bool_or(item.status = 'ACTION_REQUIRED') then 'ACTION_REQUIRED'
      when bool_or(item.completed_at is null) then 'RUNNING'
      when bool_and(item.status = 'COMPLETED') then 'COMPLETED'
      when bool_and(item.status = 'FAILED') then 'FAILED'
      else 'PARTIAL'
    end as status
  from analyses item
  where item.status <> 'CANCELLED' and not exists (
    select 1 from analyses successor where successor.tenant_id = item.tenant_id and successor.retry_of_id = item.id)
  group by item.tenant_id, item.case_id
) derived
where cases.tenant_id = derived.tenant_id and cases.id = derived.case_id;

drop schema if exists pgboss cascade;
