-- The definition's tests that are met, and the finding that the rules permit the disclosure.
alter table case_file
    add column cyber_tests       text[] not null default '{}',
    add column no_violation      text check (no_violation in ('CRIME_VICTIM', 'WHISTLE_BLOWER', 'INCIDENTAL')),
    add column no_violation_told text[] not null default '{}',
    -- What is permitted is not improper.
    add check (no_violation is null or not improper_use);
