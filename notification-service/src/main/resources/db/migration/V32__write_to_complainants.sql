-- A letter to somebody who reported and gave a name. Name and address are intake's: what is kept here is the letter as it went,
-- sealed under the incident's key. LEAVING means that the letter is complete in its hidden place and its rename may have happened.
create table complainant_letter (
    id                 uuid        primary key,
    incident_id        uuid        not null,
    entity_id          text        not null,
    kind               text        not null check (kind in ('ACKNOWLEDGEMENT', 'ANSWER')),
    state              text        not null check (state in ('NO_CONTACT', 'WAITING', 'SEALED', 'LEAVING', 'IN_FLIGHT', 'SENT', 'REFUSED',
                                                             'CANCELLED', 'WITHHELD')),
    way                text        not null check (way in ('', 'LETTER', 'EMAIL')),
    sealed             bytea,
    sha256             bytea,
    attempts           int         not null,
    possible_duplicate boolean     not null,
    next_try_at        timestamptz not null,
    created_at         timestamptz not null,
    sent_at            timestamptz,
    unique (incident_id, kind),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state not in ('SEALED', 'LEAVING', 'IN_FLIGHT', 'SENT', 'REFUSED') or (sealed is not null and sha256 is not null))
);
create index complainant_letters_due on complainant_letter (next_try_at)
    where state in ('WAITING', 'SEALED', 'LEAVING', 'IN_FLIGHT');
