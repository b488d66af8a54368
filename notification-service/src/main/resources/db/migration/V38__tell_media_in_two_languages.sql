-- The release in Spanish that went with the English one, where it was approved.
alter table media_notice add column spanish_id uuid references notice_text;
