-- The origin of the analysed data: documents of the case, or the customer, who gives it to the provider.
alter table analyses add column origin text not null default 'DOCUMENTS';

create table consents (
  tenant_id text not null,
  id text not null,
  analysis_id text not null,
  -- Whom to invite, and where to send them afterwards. Encrypted. Deleted after the invitation is made.
  sealed_invitation text,
  join_url text,
  expires_at timestamptz,
  -- When we learnt that the customer had agreed.
  given_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, analysis_id),
  foreign key (tenant_id, analysis_id) references analyses (tenant_id, id) on delete cascade
);

create index analyses_awaiting_consent on analyses (provider_id, tenant_id, id)
  where completed_at is null and origin = 'CONSENT' and status = 'ACTION_REQUIRED';
