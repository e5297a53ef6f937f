-- Lists of cases, applicants and analyses, in each order and with the filters of work lists.

create index cases_by_update on cases (tenant_id, updated_at, id);
create index cases_by_status on cases (tenant_id, status, opened_at, id);
create index cases_by_status_and_update on cases (tenant_id, status, updated_at, id);
create index cases_by_use on cases (tenant_id, use_case, status, opened_at, id) where use_case is not null;
create index cases_by_use_and_update on cases (tenant_id, use_case, status, updated_at, id) where use_case is not null;

create index analyses_by_status on analyses (tenant_id, status, product, requested_at, id);
create index analyses_by_provider on analyses (tenant_id, provider_id, status, product, requested_at, id);

-- The searchable texts of an applicant, folded by `foldText`, one on each line so that no search matches across two of them.
alter table applicants add column search_text text not null default '';
-- Close to `foldText`, for existing rows.
update applicants set search_text = concat_ws(E'\n',
  btrim(regexp_replace(lower(normalize(coalesce(display_name, ''), nfkc)), '\s+', ' ', 'g')),
  lower(normalize(reference, nfkc)),
  lower(normalize(coalesce(registration_value, ''), nfkc)));
create index applicants_by_kind on applicants (tenant_id, kind, created_at, id);
