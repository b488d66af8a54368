-- Whom earlier sanctions concerned, as a keyed index of his account: to count them without opening what names him. It goes
-- with the incident's data key. Records from before have none, and their earlier sanctions are not known.
alter table sanction_person add column account_index bytea;
create index sanction_person_account on sanction_person (account_index) where account_index is not null and ruling is not null;
