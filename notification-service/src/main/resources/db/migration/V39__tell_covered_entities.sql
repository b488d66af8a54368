-- Acting as a business associate, the entity tells each affected covered entity (45 CFR 164.410). Its id is that of the deadline
-- which breach-service set for it. Who it is and how it is reached is sealed under the incident's key.
create table covered_entity (
    affected_id uuid   primary key,
    incident_id uuid   not null references campaign,
    sealed      bytea  not null,
    version     bigint not null
);

-- Its people as far as they were known at that time (164.410(c)(1)); a later list adds to what is known and replaces no earlier one.
create table covered_entity_list (
    id          uuid        primary key,
    affected_id uuid        not null references covered_entity,
    number      int         not null,
    people      int         not null,
    refused     int         not null,
    sealed      bytea       not null,
    sha256      bytea       not null check (length(sha256) = 32),
    recorded_at timestamptz not null,
    recorded_by text        not null,
    unique (affected_id, number),
    unique (affected_id, sha256)
);

-- The first notice, and what became available later (164.410(c)(2)). LEAVING: the letter is complete in its hidden place, and
-- its rename may have happened.
create table covered_entity_notice (
    id                 uuid        primary key,
    affected_id        uuid        not null references covered_entity,
    incident_id        uuid        not null references campaign,
    number             int         not null,
    way                text        not null check (way in ('LETTER', 'EMAIL', 'HAND')),
    state              text        not null check (state in ('SEALED', 'LEAVING', 'IN_FLIGHT', 'SENT', 'REFUSED')),
    text_id            uuid        not null references notice_text,
    list_id            uuid        references covered_entity_list,
    waiting_for        text        not null,
    document           bytea       not null,
    mail               bytea,
    sha256             bytea       not null check (length(sha256) = 32),
    reference          text        not null,
    told_on            date,
    attempts           int         not null,
    possible_duplicate boolean     not null,
    next_try_at        timestamptz not null,
    created_at         timestamptz not null,
    created_by         text        not null,
    unique (affected_id, number),
    check ((state = 'SENT') = (told_on is not null)),
    check ((way = 'EMAIL') = (mail is not null))
);
create index covered_entity_notices_due on covered_entity_notice (next_try_at) where state in ('SEALED', 'LEAVING', 'IN_FLIGHT');
create index covered_entity_notices_of on covered_entity_notice (incident_id);
