-- Callers that are bound to one applicant have idempotency keys of their own.
alter table idempotency_keys add column bound_to text not null default '';
alter table idempotency_keys drop constraint idempotency_keys_pkey, add primary key (tenant_id, bound_to, key, operation);
