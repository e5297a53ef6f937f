-- Vendors' answers that are not about an applicant, such as their list of banks. Stored so that vendors are asked
-- rarely, and so that there is an answer while a vendor does not respond.
create table vendor_answers (
  provider_id text not null,
  account_key text not null,
  question text not null,
  answer jsonb not null,
  retrieved_at timestamptz not null,
  primary key (provider_id, account_key, question)
);
