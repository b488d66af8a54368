-- Incidents whose data key was destroyed. The note stays, so that a fact that comes late makes no new key; "hidden" where
-- the incident is in no list any more.
create table vault.disposed (
    incident_id uuid        primary key,
    disposal_id uuid        not null,
    disposed_at timestamptz not null,
    hidden      boolean     not null
);
