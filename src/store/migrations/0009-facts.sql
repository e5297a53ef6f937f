-- Which transactions count is decided when a collection is published. `transactions` holds only those that count, so a
-- page, a count or a sum needs no condition for that. Their copies are in `duplicate_transactions`, and unpublished
-- ones in `staged_transactions`.

alter table transactions rename to transactions_before;

create table staged_transactions (
  tenant_id text not null,
  -- The collection that found it.
  owner_id text not null,
  id text not null,
  provider_id text not null,
  applicant_id text not null,
  statement_id text,
  -- Its place in the collection, which orders the transactions of one day.
  position integer not null,
  provider_transaction_id text,
  status text not null,
  amount numeric not null,
  currency text not null,
  direction text not null,
  booking_date date,
  value_date date,
  effective_date date not null,
  description text,
  counterparty jsonb,
  channel text,
  category text,
  provider_category text,
  tags jsonb not null,
  codes jsonb not null,
  mandate_reference text,
  reference text,
  balance_after numeric,
  -- Equal for the same transaction in two statements: a digest of date, amount, currency and folded description, and
  -- the ordinal among equals.
  fingerprint text not null,
  -- The searchable text, folded.
  search_text text not null,
  primary key (tenant_id, owner_id, position),
  foreign key (tenant_id, owner_id) references collections (tenant_id, id) on delete cascade
);

-- `owner_id` is the collection or the bank account that the row was read into.
-- The applicant is part of the key: one document uploaded for two applicants gives both the same ids.
create table transactions (like staged_transactions including defaults, primary key (tenant_id, id, applicant_id));

create table duplicate_transactions (
  like staged_transactions including defaults,
  -- The transaction that counts instead; null when the more complete reading of the statement has no such transaction.
  duplicate_of_id text,
  -- False for a row whose id is shown by another row: one that counts, or another copy.
  shown boolean not null,
  primary key (tenant_id, owner_id, id)
);

insert into staged_transactions (tenant_id, owner_id, id, provider_id, applicant_id, statement_id, position,
  provider_transaction_id, status, amount, currency, direction, booking_date, value_date, effective_date, description,
  counterparty, channel, category, provider_category, tags, codes, mandate_reference, reference, balance_after, fingerprint,
  search_text)
select tenant_id, collection_id, id, provider_id, applicant_id, statement_id,
  row_number() over (partition by tenant_id, collection_id order by position, id) - 1, provider_transaction_id, status,
  amount, currency, direction, booking_date, value_date, effective_date, description, counterparty, channel, category,
  provider_category, tags, codes, mandate_reference, reference, balance_after,
  content || ':' || row_number() over (
    partition by tenant_id, collection_id, statement_id, content order by position, id) - 1,
  search_text
from (
  select *, left(translate(encode(sha256(convert_to(concat_ws(E'\n',
      coalesce(coalesce(booking_date, value_date)::text, ''), trim_scale(amount)::text, currency,
      split_part(search_text, E'\n', 1)), 'UTF8')), 'base64'),
    '+/', '-_'), 22) as content
  from transactions_before
) as before;

drop table transactions_before;

create index transactions_by_date on transactions (tenant_id, applicant_id, effective_date, position, id);
create index transactions_by_amount on transactions (tenant_id, applicant_id, amount, position, id);
create index transactions_by_direction on transactions (tenant_id, applicant_id, direction, effective_date, position, id);
create index transactions_by_category on transactions (tenant_id, applicant_id, category, effective_date, position, id)
  where category is not null;
create index transactions_by_category_amount on transactions (tenant_id, applicant_id, category, amount, position, id)
  where category is not null;
create index transactions_of_statement on transactions (tenant_id, statement_id, effective_date, position, id);
create index transactions_of_statement_by_amount on transactions (tenant_id, statement_id, amount, position, id);

create index duplicate_transactions_by_id on duplicate_transactions (tenant_id, id, applicant_id) where shown;
create index duplicate_transactions_by_date on duplicate_transactions (tenant_id, applicant_id, effective_date, position, id)
  where shown;
create index duplicate_transactions_by_amount on duplicate_transactions (tenant_id, applicant_id, amount, position, id)
  where shown;
create index duplicate_transactions_of_statement on duplicate_transactions
  (tenant_id, statement_id, effective_date, position, id);
create index duplicate_transactions_of_statement_by_amount on duplicate_transactions
  (tenant_id, statement_id, amount, position, id);

alter table statements
  drop column account_number,
  add column case_id text,
  -- Whether the vendor read all of it: the analysis, or its document in it, ended COMPLETED.
  add column complete boolean not null default false,
  -- Null until it is published. Of several readings of one statement the most complete one is current.
  add column current boolean,
  add column published_at timestamptz,
  -- The first and last day of its period and its dated transactions.
  add column first_day date,
  add column last_day date,
  -- Other statements of the same account that count and share days with it.
  add column overlap_ids text[] not null default '{}',
  -- Whether this reading is shown for the statement in its case, and whether it is the most complete of the statement's
  -- copies there.
  add column in_case boolean not null default false,
  add column leads_in_case boolean not null default false;
update statements set duplicate_of_id = null, content_digest = null;

drop index statements_by_id;
drop index statements_by_applicant;
drop index statements_by_document;
drop index if exists statements_by_content;
create unique index statements_by_id on statements (tenant_id, id, applicant_id) where current;
create index statements_by_applicant on statements
  (tenant_id, applicant_id, coalesce(to_date, from_date, '-infinity'), ordinal, id) where current and duplicate_of_id is null;
create index statements_by_applicant_with_copies on statements
  (tenant_id, applicant_id, coalesce(to_date, from_date, '-infinity'), ordinal, id) where current;
create index statements_by_case on statements (tenant_id, case_id) where in_case;

create table risk_metrics (
  tenant_id text not null,
  collection_id text not null,
  assessment_id text not null,
  -- Its place in the vendor's order.
  ordinal integer not null,
  name text not null,
  value numeric not null,
  unit text,
  basis text,
  primary key (tenant_id, collection_id, assessment_id, ordinal),
  foreign key (tenant_id, collection_id) references collections (tenant_id, id) on delete cascade
);
create index risk_metrics_by_name on risk_metrics (tenant_id, collection_id, assessment_id, name, ordinal);

insert into risk_metrics (tenant_id, collection_id, assessment_id, ordinal, name, value, unit, basis)
select tenant_id, collection_id, id, metric.ordinality - 1, metric.value->>'name', (metric.value->>'value')::numeric,
  metric.value->>'unit', metric.value->>'basis'
from risk_assessments cross join jsonb_array_elements(metrics) with ordinality as metric;

alter table risk_assessments
  drop column metrics,
  add column complete boolean not null default false,
  -- As in `statements`.
  add column current boolean,
  add column published_at timestamptz;
drop index risk_assessments_by_id;
drop index risk_assessments_by_applicant;
create unique index risk_assessments_by_id on risk_assessments (tenant_id, id, applicant_id) where current;
create index risk_assessments_by_applicant on risk_assessments (tenant_id, applicant_id, assessed_at, id) where current;

-- Published under earlier rules: at its start the program publishes these again by the current rules.
alter table collections add column publish_again boolean not null default false;
update collections set publish_again = true where published_at is not null;
create index collections_to_publish_again on collections (published_at, id) where publish_again;
