alter table analyses
  -- Whether the caller chose the provider. If so, there is no fallback.
  add column provider_named boolean not null default true,
  -- When the current obstacle began. Changing errors of a provider that is down are one obstacle.
  add column obstacle_since timestamptz;
update analyses set obstacle_since = updated_at where obstacle is not null;

-- Whether the caller gave a password. It stays true after the password is deleted.
alter table analysis_documents add column protected boolean not null default false;
update analysis_documents set protected = true where sealed_password is not null;

-- The sum of its transactions; null when they are not all in its currency.
alter table statements add column transaction_sum numeric;
update statements s set transaction_sum = case when facts.one_currency then facts.sum end
from (
  select st.tenant_id, st.collection_id, st.id, coalesce(sum(t.amount), 0) as sum, coalesce(bool_and(t.currency = st.currency), true) as one_currency
  from statements st
  left join (
    select tenant_id, owner_id, statement_id, amount, currency from transactions
    union all select tenant_id, owner_id, statement_id, amount, currency from duplicate_transactions
    union all select tenant_id, owner_id, statement_id, amount, currency from staged_transactions
  ) t on t.tenant_id = st.tenant_id and t.owner_id = st.collection_id and t.statement_id = st.id
  group by st.tenant_id, st.collection_id, st.id
) facts
where s.tenant_id = facts.tenant_id and s.collection_id = facts.collection_id and s.id = facts.id;
create index statements_by_original on statements (tenant_id, applicant_id, duplicate_of_id)
  where current and duplicate_of_id is not null;
