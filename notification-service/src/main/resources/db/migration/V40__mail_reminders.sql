-- What a reminder is for, its interval in calendar months, and the mails that ask those who are expected to read it.
alter table reminder
    add column kind         text not null default 'SECURITY_REMINDER',
    add column every_months int  not null default 0 check (every_months >= 0),
    add constraint reminder_has_one_interval check (every_days = 0 or every_months = 0);
alter table reminder_reader
    add column mailbox    text not null default '',
    add column language   text not null default 'en' check (language in ('en', 'es')),
    add column department text not null default '';
-- Mails of an issue are queued in the order of persons: "mailed_through" is how far, "mailed_at" when all were. A person is passed once.
alter table reminder_issue
    add column mailed_through text not null default '',
    add column mailed_at      timestamptz;
update reminder_issue set mailed_at = cast(issued_on as timestamp) at time zone 'UTC';
create index reminder_issues_to_mail on reminder_issue (issued_on, id) where mailed_at is null;
alter table outgoing_mail drop constraint outgoing_mail_purpose_check;
alter table outgoing_mail add constraint outgoing_mail_purpose_check check (purpose in ('ALERT', 'MEDIA', 'REMINDER'));
-- The list that was given, and the directory's officers in the reminder's roles; of departments the directory knows nothing.
create view reminder_expected as
select reminder_id, person, mailbox, language, department from reminder_reader
union all
select o.reminder_id, o.person, o.mailbox, coalesce(p.language, 'en'), ''
  from (select distinct on (r.id, f.person) r.id as reminder_id, f.person, f.mailbox
          from reminder r join officer f on f.entity_id = r.entity_id and f.active
         where r.departments = ''
           and (r.roles = '' or replace(lower(f.role), '_', '-') = any (string_to_array(r.roles, '|')))
         order by r.id, f.person, f.mailbox desc) o
  left join alert_preference p on p.person = o.person
 where not exists (select 1 from reminder_reader l where l.reminder_id = o.reminder_id and l.person = o.person);
