-- Items of evidence, who has had them, and the stored files. Columns of type bytea are sealed under the incident's data key.
create table evidence_item (
    id            uuid        primary key,
    incident_id   uuid        not null references case_file,
    kind          text        not null check (kind in ('DIGITAL', 'PHYSICAL')),
    sha256        text        check (sha256 ~ '^[0-9a-f]{64}$'),
    step_entry_id uuid        references step_entry,
    collected_at  timestamptz not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null,
    words         bytea       not null,
    altered_at    timestamptz,
    examined_at   timestamptz check (examined_at >= altered_at),
    changes       bigint      not null,
    check ((kind = 'DIGITAL') = (sha256 is not null))
);
create index evidence_item_of on evidence_item (incident_id, recorded_at desc, id desc);

create table custody_entry (
    id          uuid        primary key,
    item_id     uuid        not null references evidence_item,
    n           integer     not null,
    at          timestamptz not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    words       bytea       not null,
    unique (item_id, n)
);
create trigger custody_entry_stays before update on custody_entry for each row execute function refuse_change();

create table evidence_file (
    item_id     uuid        primary key references evidence_item,
    size        bigint      not null check (size > 0),
    kept_by     text        not null,
    kept_at     timestamptz not null,
    content     bytea       not null
);
create trigger evidence_file_stays before update on evidence_file for each row execute function refuse_change();

create table evidence_examination (
    item_id     uuid        primary key references evidence_item,
    examined_by text        not null,
    examined_at timestamptz not null,
    words       bytea       not null
);
create trigger evidence_examination_stays before update on evidence_examination
    for each row execute function refuse_change();
