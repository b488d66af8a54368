-- A breach of records under 42 CFR Part 2 is reported apart: two worksheets, two reports, each with its addenda.
alter table hhs_worksheet
    add column report text not null default 'HIPAA' check (report in ('HIPAA', 'PART2')),
    drop constraint hhs_worksheet_pkey,
    add primary key (incident_id, report);
alter table hhs_worksheet alter column report drop default;

alter table hhs_submission
    add column report                   text    not null default 'HIPAA' check (report in ('HIPAA', 'PART2')),
    add column kind                     text    not null default 'INITIAL' check (kind in ('INITIAL', 'ADDENDUM')),
    add column previous_tracking_number text    not null default '',
    add column complete                 boolean not null default false,
    add column worksheet                bytea,
    add column sha256                   bytea,
    drop constraint hhs_submission_incident_id_track_key,
    add check ((worksheet is null) = (sha256 is null)),
    add check (kind = 'INITIAL' or previous_tracking_number <> '');
alter table hhs_submission
    alter column report drop default,
    alter column kind drop default,
    alter column previous_tracking_number drop default,
    alter column complete drop default;
create unique index reported_once on hhs_submission (incident_id, report) where kind = 'INITIAL';
