-- Bank logins, what is read through them, and shipments.

-- An applicant's user at a provider of bank data, to which all the applicant's logins belong.
create table bank_users (
  tenant_id text not null,
  applicant_id text not null,
  provider_id text not null,
  account_key text not null,
  -- The vendor's id; null until it is known.
  reference text,
  -- The permissions that the vendor was last told the user has, in the vendor's words.
  scopes text[] not null default '{}',
  -- When the vendor was asked to create the user. While `reference` is null, a user with an unknown id may exist.
  announced_at timestamptz,
  -- When the last complete reading began, and when the vendor was last asked.
  retrieved_at timestamptz,
  asked_at timestamptz,
  -- A reading that begins at this time or later is wanted. It may be in the future. Null when none is wanted.
  wanted_at timestamptz,
  -- When the last readings began for which nobody had asked, newest last.
  unasked_at timestamptz[] not null default '{}',
  -- Why the last reading failed; null when it succeeded.
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
  -- The vendor's page. Anyone who opens it acts as the customer.
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
  -- The state of its synchronization with the bank; null until the provider has been asked.
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
  -- The position of the next new transaction. Positions grow, so the transactions of one day keep their order.
  next_position integer not null default 0,
  retrieved_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, login_id) references bank_logins (tenant_id, id) on delete cascade
);
create index bank_accounts_by_login on bank_accounts (tenant_id, login_id, ordinal, id);
create index bank_accounts_by_applicant on bank_accounts (tenant_id, applicant_id);

-- The owner of a transaction that is read from a bank account is the account. A booked transaction may have replaced a pending one.
alter table staged_transactions add column account_id text, add column replaces_id text;
alter table transactions add column account_id text, add column replaces_id text;
alter table duplicate_transactions add column account_id text, add column replaces_id text,
  -- The booked transaction that replaced this pending one; null for a copy of another transaction.
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

-- A reading of bank logins is staged like the result of an analysis. Only such a reading has a `provider_id`.
alter table collections alter column analysis_id drop not null, add column provider_id text;
create index collections_of_bank_users on collections (tenant_id, applicant_id, provider_id) where analysis_id is null;

-- Old answers are deleted.
create index vendor_answers_by_age on vendor_answers (retrieved_at);

-- Vendors' answers about an applicant, such as the payment partners. Stored so that there is an answer while a vendor
-- does not respond.
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
  -- Why it failed, or the problem of the last attempt.
  error jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When its submission was announced. While it is still QUEUED, the vendor may or may not have it.
  announced_at timestamptz,
  -- The end of attempts to send it; after it was sent, the end of waiting for a confirmation.
  deadline timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, applicant_id) references applicants (tenant_id, id)
);
create index shipments_by_applicant on shipments (tenant_id, applicant_id, created_at, id);
create index shipments_by_document on shipments (tenant_id, document_id);

alter table events add column bank_login_id text, add column bank_session_id text, add column shipment_id text;
create index events_by_bank_login on events (tenant_id, bank_login_id, sequence) where bank_login_id is not null;
create index events_by_shipment on events (tenant_id, shipment_id, sequence) where shipment_id is not null;

-- What a vendor received for an erased applicant: for an analysis, a bank user or a shipment.
alter table erasure_remainders rename column analysis_id to subject_id;
