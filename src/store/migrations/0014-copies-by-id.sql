-- The copies of one id are compared whenever one of them is published, those that are not shown too.
drop index duplicate_transactions_by_id;
create index duplicate_transactions_by_id on duplicate_transactions (tenant_id, id, applicant_id);
