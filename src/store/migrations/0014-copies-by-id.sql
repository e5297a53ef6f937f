-- Publishing a copy compares all copies of its id, including those that are not shown.
drop index duplicate_transactions_by_id;
create index duplicate_transactions_by_id on duplicate_transactions (tenant_id, id, applicant_id);
