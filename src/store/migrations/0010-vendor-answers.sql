-- What vendors answered to questions that are about nobody, such as which banks they know: kept so that the vendor is asked
-- seldom, and so that there is an answer while it does not answer.
create table vendor_answers (
  provider_id text not null,
  account_key text not null,
  question text not null,
  answer jsonb not null,
  retrieved_at timestamptz not null,
  primary key (provider_id, account_key, question)
);
