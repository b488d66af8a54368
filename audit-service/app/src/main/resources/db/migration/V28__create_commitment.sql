-- Who commits himself to privacy and security, to which wording, and who has done so. Wordings and signatures are never changed.
create table programme.commitment_text (
    entity_id  text        not null,
    number     integer     not null check (number > 0),
    wording    text        not null,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- Whether those who signed an earlier one sign again.
    asks_again boolean     not null,
    written_by text        not null,
    written_at timestamptz not null,
    primary key (entity_id, number)
);

-- People by the token's subject only.
create table programme.member (
    member_id  uuid        primary key,
    entity_id  text        not null,
    person     text        not null,
    standing   text        not null check (standing in ('MANAGER', 'SUPERVISOR', 'EMPLOYEE', 'VOLUNTEER', 'TRAINEE')),
    department text        not null,
    joined_on  date        not null,
    left_on    date,
    created_by text        not null,
    created_at timestamptz not null,
    version    bigint      not null,
    unique (entity_id, person)
);
create index member_order on programme.member (entity_id, person);

create table programme.commitment (
    member_id   uuid        not null references programme.member,
    number      integer     not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    signed_on   date        not null,
    -- A paper that was signed; null where it was done by his own token.
    document_id uuid,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    primary key (member_id, number)
);

create table programme.commitment_reminder (
    member_id   uuid        not null references programme.member,
    reminded_by text        not null,
    reminded_at timestamptz not null,
    primary key (member_id, reminded_at)
);

create trigger refuse_change before update or delete or truncate on programme.commitment_text
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on programme.commitment
    for each statement execute function trail.refuse_change();
create trigger refuse_change before update or delete or truncate on programme.commitment_reminder
    for each statement execute function trail.refuse_change();
