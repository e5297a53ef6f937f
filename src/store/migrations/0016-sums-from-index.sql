-- Includes the columns that are summed, so that sums and counts of an applicant read only the index.
drop index transactions_by_date;
create index transactions_by_date on transactions (tenant_id, applicant_id, effective_date, position, id)
  include (amount, currency, status);

-- Without statistics the planner chooses the newest of indexes with equal costs. The narrower ones are created again to be newest.
drop index transactions_by_direction;
drop index transactions_by_category;
drop index transactions_by_category_amount;
drop index transactions_of_statement;
drop index transactions_of_statement_by_amount;
drop index transactions_of_account;
drop index transactions_of_account_by_amount;
create index transactions_by_direction on transactions (tenant_id, applicant_id, direction, effective_date, position, id);
create index transactions_by_category on transactions (tenant_id, applicant_id, category, effective_date, position, id)
  where category is not null;
create index transactions_by_category_amount on transactions (tenant_id, applicant_id, category, amount, position, id)
  where category is not null;
create index transactions_of_statement on transactions (tenant_id, statement_id, effective_date, position, id);
create index transactions_of_statement_by_amount on transactions (tenant_id, statement_id, amount, position, id);
create index transactions_of_account on transactions (tenant_id, account_id, effective_date, position, id)
  where account_id is not null;
create index transactions_of_account_by_amount on transactions (tenant_id, account_id, amount, position, id)
  where account_id is not null;
