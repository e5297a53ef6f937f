-- Bank logins, what is read through them, and shipments.

-- An applicant at a provider of bank data: one user of the vendor's, to which all the applicant's logins belong.
create table bank_users (
  tenant_id text not null,
  applicant_id text not null,
  provider_id text not null,
  account_key text not null,
  -- The vendor's id; null until it is known.
  reference text,
  -- What the vendor was last told that the user may do, in its words.
  scopes text[] not null default '{}',
  -- When the vendor was asked to make the user. With `reference` null, one may exist that nobody knows of.
  announced_at timestamptz,
  -- When everything was last read, and when that was last tried.
  retrieved_at timestamptz,
  asked_at timestamptz,
  -- A reading that begins at this moment or later is wanted. It may lie in the future. Null when none is.
  wanted_at timestamptz,
  -- When the last readings began that nobody had asked for, the newest last.
  unasked_at timestamptz[] not null default '{}',
  -- Why the last attempt failed; null when it did not.
  error jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, applicant_id, provider_id),
  foreign key (tenant_id, applicant_id) references applicants (tenant_id, id)
);
create index bank_users_by_reference on bank_users (provider_id, reference) where reference is not null;

-- A visit of a customer's browser to a provider's pages.
create table bank_sessions (
  tenant_id text not null,
  id text not null,
  applicant_id text not null,
  provider_id text not null,
  purpose text not null,
  -- OPEN, SUCCEEDED, FAILED, EXITED or EXPIRED.
  status text not null,
  login_id text,
  -- Where the browser goes in the end.
  success_url text not null,
  error_url text not null,
  exit_url text not null,
  -- The vendor's page. Whoever opens it acts for the customer.
  sealed_redirect_url text,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  returned_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, applicant_id, provider_id) references bank_users (tenant_id, applicant_id, provider_id) on delete cascade
);
create index bank_sessions_open on bank_sessions (tenant_id, applicant_id, provider_id) where status = 'OPEN';

create table bank_logins (
  tenant_id text not null,
  id text not null,
  applicant_id text not null,
  provider_id text not null,
  provider_reference text not null,
  bank jsonb not null,
  -- The state of its synchronization with the bank; null until the provider was asked.
  state text,
  provider_state text,
  last_synchronized_at timestamptz,
  automatic boolean,
  retrieved_at timestamptz not null,
  created_at timestamptz not null,
  -- Null while it is connected. What was read stays.
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, applicant_id, provider_id) references bank_users (tenant_id, applicant_id, provider_id) on delete cascade
);
create index bank_logins_by_applicant on bank_logins (tenant_id, applicant_id, created_at, id);

create table bank_accounts (
  tenant_id text not null,
  id text not null,
  login_id text not null,
  applicant_id text not null,
  provider_id text not null,
  provider_reference text,
  ordinal integer not null,
  iban text,
  masked_iban text,
  number text,
  masked_number text,
  name text,
  owner text,
  type text not null,
  provider_type text,
  currency text not null,
  balance numeric,
  credit_line numeric,
  monthly_spending_limit numeric,
  standing_orders jsonb not null default '[]',
  securities jsonb not null default '[]',
  -- The position of the next movement that is added. Positions grow, so that movements of one day keep their order.
  next_position integer not null default 0,
  retrieved_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, login_id) references bank_logins (tenant_id, id) on delete cascade
);
create index bank_accounts_by_login on bank_accounts (tenant_id, login_id, ordinal, id);
create index bank_accounts_by_applicant on bank_accounts (tenant_id, applicant_id);

-- A transaction that is read from an account has the account as its owner. A booked one may have replaced a pending one.
alter table staged_transactions add column account_id text, add column replaces_id text;
alter table transactions add column account_id text, add column replaces_id text;
alter table duplicate_transactions add column account_id text, add column replaces_id text,
  -- The booked transaction that replaced this pending one. A copy of another transaction is replaced by none.
  add column replaced_by_id text;
create index transactions_of_account on transactions (tenant_id, account_id, effective_date, position, id)
  where account_id is not null;
create index transactions_of_account_by_amount on transactions (tenant_id, account_id, amount, position, id)
  where account_id is not null;
create index duplicate_transactions_of_account on duplicate_transactions (tenant_id, account_id, effective_date, position, id)
  where account_id is not null;
create index duplicate_transactions_of_account_by_amount on duplicate_transactions (tenant_id, account_id, amount, position, id)
  where account_id is not null;
create index duplicate_transactions_by_replacement on duplicate_transactions (tenant_id, replaced_by_id)
  where replaced_by_id is not null;

-- What is read of bank logins is staged like the result of an analysis. `provider_id` is set for such a reading alone.
alter table collections alter column analysis_id drop not null, add column provider_id text;
create index collections_of_bank_users on collections (tenant_id, applicant_id, provider_id) where analysis_id is null;

-- Answers to questions about nobody are deleted when they are old.
create index vendor_answers_by_age on vendor_answers (retrieved_at);

-- What vendors answered about an applicant, such as its payment partners: kept, so that there is an answer while the vendor
-- does not give one.
create table applicant_answers (
  tenant_id text not null,
  applicant_id text not null,
  provider_id text not null,
  question text not null,
  answer jsonb not null,
  retrieved_at timestamptz not null,
  primary key (tenant_id, applicant_id, provider_id, question),
  foreign key (tenant_id, applicant_id) references applicants (tenant_id, id) on delete cascade
);

create table shipments (
  tenant_id text not null,
  id text not null,
  applicant_id text not null,
  document_id text not null,
  provider_id text not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  address jsonb not null,
  -- QUEUED, SENT, DELIVERED or FAILED.
  status text not null,
  -- Why it failed, or what is known to be wrong with it so far.
  error jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When it was being handed over. While it is QUEUED, the vendor may have it.
  announced_at timestamptz,
  -- Until when it is tried to send it; once it was handed over, until when a confirmation is waited for.
  deadline timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, applicant_id) references applicants (tenant_id, id)
);
create index shipments_by_applicant on shipments (tenant_id, applicant_id, created_at, id);
create index shipments_by_document on shipments (tenant_id, document_id);

alter table events add column bank_login_id text, add column bank_session_id text, add column shipment_id text;
create index events_by_bank_login on events (tenant_id, bank_login_id, sequence) where bank_login_id is not null;
create index events_by_shipment on events (tenant_id, shipment_id, sequence) where shipment_id is not null;

-- What a vendor was given for an erased applicant: for an analysis, a bank login or a shipment.
alter table erasure_remainders rename column analysis_id to subject_id;
