-- Transactions of a collection that repeat an earlier one are numbered once all are staged. A derived id is made of
-- these, of the vendor's id where there is no digest, and of the ordinal.
alter table staged_transactions
  -- A number that the process that fills the collection gives to each document and statement; null where ids are not
  -- derived.
  add column id_scope integer,
  -- A digest of the content; null where the vendor gives an id.
  add column id_content text,
  -- The ordinal among the transactions with the same scope and content or vendor's id.
  add column id_ordinal integer not null default 0;
