-- The roster and the listing look for the newest notice of each person. The index that keeps anybody from being told twice
-- leaves out what failed or came back, so that it can't be used for that: every person was looked for among all notices.
create index notice_of_person on notice (person_id, id);
