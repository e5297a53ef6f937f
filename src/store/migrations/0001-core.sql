-- Every row belongs to a tenant, and every key begins with it.

create table tenants (
  tenant_id text primary key,
  -- The sequence number of the newest event. Appending locks this row last, so numbers become visible in order.
  last_sequence bigint not null default 0,
  -- Events up to and including this one may have been purged.
  purged_through bigint not null default 0
);

create table applicants (
  tenant_id text not null,
  id text not null,
  reference text not null,
  kind text not null,
  display_name text,
  registration_scheme text,
  registration_value text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, reference)
);
create index applicants_by_time on applicants (tenant_id, created_at, id);

create table cases (
  tenant_id text not null,
  id text not null,
  applicant_id text not null,
  reference text,
  use_case text,
  declared json,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, applicant_id) references applicants (tenant_id, id)
);
create index cases_by_applicant on cases (tenant_id, applicant_id, opened_at, id);
create index cases_by_time on cases (tenant_id, opened_at, id);
create index cases_by_reference on cases (tenant_id, reference) where reference is not null;

create table documents (
  tenant_id text not null,
  id text not null,
  case_id text not null,
  applicant_id text not null,
  file_name text not null,
  kind text not null,
  media_type text,
  byte_size bigint,
  sha256 text,
  period text,
  date date,
  status text not null,
  rejection_code text,
  rejection_message text,
  created_at timestamptz not null,
  stored_at timestamptz,
  -- Until when the upload's URL works.
  upload_until timestamptz not null,
  -- The key of its bytes. Each upload has a key of its own, so two uploads cannot overwrite each other.
  blob_key text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index documents_by_case on documents (tenant_id, case_id, created_at, id);
create index documents_awaiting on documents (upload_until) where status = 'AWAITING_UPLOAD';

-- Blobs without a document: being written, left over, or to be deleted. Storing a document deletes its row here in the
-- same transaction.
create table unowned_blobs (
  tenant_id text not null,
  blob_key text not null,
  since timestamptz not null,
  -- Once true it is being deleted, and no document can own it any more.
  doomed boolean not null default false,
  primary key (tenant_id, blob_key)
);
create index unowned_blobs_by_time on unowned_blobs (since);

create table analyses (
  tenant_id text not null,
  id text not null,
  case_id text not null,
  applicant_id text not null,
  product text not null,
  provider_id text not null,
  status text not null,
  stage text not null,
  provider_stage text,
  -- Increased by every change that a reader can see. Compared by compare-and-set.
  version integer not null,
  action jsonb,
  error jsonb,
  options jsonb not null,
  retry_of_id text,
  requested_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  next_check_at timestamptz,
  deadline timestamptz not null,
  provider_reference text,
  -- How far the submission got, in the provider's own terms.
  checkpoint jsonb,
  -- Only the holder of the lease calls the vendor about this analysis.
  lease_owner text,
  lease_until timestamptz,
  last_checked_at timestamptz,
  -- When the last hint came that something may have changed.
  hinted_at timestamptz,
  -- Checks since the last change, and consecutive failures. The polling interval depends on them.
  idle_checks integer not null default 0,
  failures integer not null default 0,
  correlation_id text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index analyses_by_case on analyses (tenant_id, case_id, requested_at, id);
create index analyses_by_applicant on analyses (tenant_id, applicant_id, requested_at, id);
create index analyses_by_time on analyses (tenant_id, requested_at, id);
create index analyses_retry_of on analyses (tenant_id, retry_of_id) where retry_of_id is not null;
create index analyses_open on analyses (next_check_at) where completed_at is null;

create table analysis_runs (
  tenant_id text not null,
  analysis_id text not null,
  ordinal integer not null,
  provider_id text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  error jsonb,
  provider_reference text,
  primary key (tenant_id, analysis_id, ordinal),
  foreign key (tenant_id, analysis_id) references analyses (tenant_id, id) on delete cascade
);

create table analysis_documents (
  tenant_id text not null,
  analysis_id text not null,
  ordinal integer not null,
  document_id text not null,
  -- Encrypted. Deleted after the submission.
  sealed_password text,
  bank_name text,
  result_status text not null default 'PENDING',
  result_error jsonb,
  primary key (tenant_id, analysis_id, document_id),
  foreign key (tenant_id, analysis_id) references analyses (tenant_id, id) on delete cascade
);
create index analysis_documents_by_document on analysis_documents (tenant_id, document_id);

-- The vendor's ids by which a webhook may name an analysis.
create table analysis_references (
  provider_id text not null,
  reference text not null,
  tenant_id text not null,
  analysis_id text not null,
  primary key (provider_id, reference, tenant_id, analysis_id),
  foreign key (tenant_id, analysis_id) references analyses (tenant_id, id) on delete cascade
);

-- One fetching of one result. Its content is invisible until it is published together with the state of its analysis.
create table collections (
  tenant_id text not null,
  id text not null,
  applicant_id text not null,
  analysis_id text not null,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, analysis_id) references analyses (tenant_id, id) on delete cascade
);
create index collections_by_applicant on collections (tenant_id, applicant_id);
create index collections_by_analysis on collections (tenant_id, analysis_id);
create index collections_unpublished on collections (created_at) where published_at is null;

create table statements (
  tenant_id text not null,
  collection_id text not null,
  id text not null,
  ordinal integer not null,
  provider_id text not null,
  applicant_id text not null,
  analysis_id text not null,
  document_id text,
  document_sha256 text,
  provider_reference text,
  bank_name text,
  account jsonb not null,
  account_number text,
  from_date date,
  to_date date,
  currency text not null,
  opening_balance numeric,
  closing_balance numeric,
  total_credits numeric,
  total_debits numeric,
  stated_transaction_count integer,
  provider_check text,
  page_count integer,
  fraud_signals jsonb not null,
  confidence jsonb,
  -- Computed from the collected transactions before publishing.
  transaction_count integer,
  reconciles boolean,
  months text[] not null default '{}',
  missing_months text[] not null default '{}',
  content_digest text,
  duplicate_of_id text,
  created_at timestamptz not null,
  primary key (tenant_id, collection_id, id),
  foreign key (tenant_id, collection_id) references collections (tenant_id, id) on delete cascade
);
create index statements_by_id on statements (tenant_id, id);
create index statements_by_applicant on statements (tenant_id, applicant_id, created_at, id);
create index statements_by_analysis on statements (tenant_id, analysis_id);
create index statements_by_document on statements (tenant_id, applicant_id, document_sha256);
create index statements_by_content on statements (tenant_id, applicant_id, account_number, content_digest);

create table transactions (
  tenant_id text not null,
  collection_id text not null,
  id text not null,
  provider_id text not null,
  applicant_id text not null,
  statement_id text,
  -- Its place in the statement, which orders the transactions of one day.
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
  -- Equal for the same transaction in two copies of a statement.
  fingerprint text not null,
  primary key (tenant_id, collection_id, id),
  foreign key (tenant_id, collection_id) references collections (tenant_id, id) on delete cascade
);
create index transactions_by_id on transactions (tenant_id, id);
create index transactions_by_applicant_date on transactions (tenant_id, applicant_id, effective_date, position, id);
create index transactions_by_applicant_amount on transactions (tenant_id, applicant_id, amount, position, id);
create index transactions_by_applicant_category on transactions (tenant_id, applicant_id, category, effective_date, position, id);
create index transactions_by_statement_date on transactions (tenant_id, statement_id, collection_id, effective_date, position, id);
create index transactions_by_statement_amount on transactions (tenant_id, statement_id, collection_id, amount, position, id);
create index transactions_by_fingerprint on transactions (tenant_id, statement_id, fingerprint);

create table risk_assessments (
  tenant_id text not null,
  collection_id text not null,
  id text not null,
  kind text not null,
  provider_id text not null,
  applicant_id text not null,
  analysis_id text not null,
  assessed_at timestamptz not null,
  provider_reference text,
  level text not null,
  score jsonb,
  risk_class integer,
  flag jsonb,
  signals jsonb not null,
  metrics jsonb not null,
  primary key (tenant_id, collection_id, id),
  foreign key (tenant_id, collection_id) references collections (tenant_id, id) on delete cascade
);
create index risk_assessments_by_id on risk_assessments (tenant_id, id);
create index risk_assessments_by_applicant on risk_assessments (tenant_id, applicant_id, assessed_at);
create index risk_assessments_by_analysis on risk_assessments (tenant_id, analysis_id);

-- The event log. Only ids and enum values.
create table events (
  tenant_id text not null,
  sequence bigint not null,
  id text not null,
  type text not null,
  occurred_at timestamptz not null,
  via text not null,
  applicant_id text,
  case_id text,
  analysis_id text,
  document_id text,
  analysis_status text,
  analysis_stage text,
  analysis_version integer,
  correlation_id text not null,
  primary key (tenant_id, sequence)
);
create index events_by_applicant on events (tenant_id, applicant_id, sequence);
create index events_by_case on events (tenant_id, case_id, sequence);
create index events_by_analysis on events (tenant_id, analysis_id, sequence);
create index events_by_time on events (occurred_at);

-- Each webhook once, by the vendor's id of it. Kept for a while, because the analysis that it names may not be stored yet.
create table webhook_notices (
  provider_id text not null,
  event_id text not null,
  event_type text not null,
  vendor_references text[] not null,
  -- The vendor accounts whose secret verified it.
  account_keys text[] not null,
  received_at timestamptz not null,
  correlation_id text not null,
  primary key (provider_id, event_id)
);
create index webhook_notices_by_reference on webhook_notices using gin (vendor_references);
create index webhook_notices_by_time on webhook_notices (received_at);

create table idempotency_keys (
  tenant_id text not null,
  key text not null,
  operation text not null,
  input_digest text not null,
  object_id text not null,
  created_at timestamptz not null,
  primary key (tenant_id, key, operation)
);
create index idempotency_keys_by_time on idempotency_keys (created_at);
