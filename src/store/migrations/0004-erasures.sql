-- The record of an erasure: when it was done, and what remains elsewhere. Only ids.
create table erasures (
  tenant_id text not null,
  applicant_id text not null,
  erased_at timestamptz not null,
  -- The blob keys of its documents. Those that are still in unowned_blobs are not deleted yet.
  blob_keys text[] not null,
  primary key (tenant_id, applicant_id)
);
create index erasures_by_time on erasures (erased_at);

-- What a vendor received for an analysis of an erased applicant and has not deleted.
create table erasure_remainders (
  tenant_id text not null,
  applicant_id text not null,
  analysis_id text not null,
  provider_id text not null,
  vendor_references text[] not null,
  -- A submission was under way, so the vendor may have more than the references say.
  outcome_unknown boolean not null,
  primary key (tenant_id, applicant_id, analysis_id, provider_id),
  foreign key (tenant_id, applicant_id) references erasures (tenant_id, applicant_id) on delete cascade
);

create index analysis_references_by_analysis on analysis_references (tenant_id, analysis_id);
