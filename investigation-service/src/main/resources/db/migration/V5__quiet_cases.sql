-- When a person last worked on the case, and the duty to go on where that is long ago.
alter table case_file
    add column worked_at   timestamptz,
    add column idle_due_at timestamptz,
    add column idle_zone   text,
    add check ((idle_due_at is null) = (idle_zone is null));
update case_file set worked_at = updated_at;
alter table case_file alter column worked_at set not null;
create index case_file_quiet on case_file (worked_at) where phase <> 'CLOSED' and idle_due_at is null;
