-- What a provider decided about a case.
create table decisions (
  tenant_id text not null,
  collection_id text not null,
  analysis_id text not null,
  provider_id text not null,
  status text not null,
  fraud_risk text not null,
  validation text not null,
  -- The three as the vendor wrote them.
  provider_words jsonb not null,
  consistent boolean not null,
  alerts jsonb not null,
  decided_at timestamptz not null,
  provider_reference text,
  -- A link at the vendor that shows the result to anyone who has it. Encrypted.
  sealed_share_url text,
  primary key (tenant_id, collection_id),
  foreign key (tenant_id, collection_id) references collections (tenant_id, id) on delete cascade
);
create index decisions_by_analysis on decisions (tenant_id, analysis_id);

-- Files that the vendor keeps. They are fetched when a caller asks for them.
create table reports (
  tenant_id text not null,
  collection_id text not null,
  ordinal integer not null,
  analysis_id text not null,
  provider_id text not null,
  reference text not null,
  name text not null,
  media_type text not null,
  created_at timestamptz,
  primary key (tenant_id, collection_id, ordinal),
  foreign key (tenant_id, collection_id) references collections (tenant_id, id) on delete cascade
);
create index reports_by_analysis on reports (tenant_id, analysis_id, ordinal);

-- The vendor account that an analysis was submitted to. Some accounts have a limit of analyses at a time.
alter table analyses add column account_key text;
create index analyses_at_vendors on analyses (provider_id, account_key)
  where completed_at is null and account_key is not null;
