-- Whom a helper helps, and of which kinds reports go to him as well. A designation of before is on record only.
alter table delegate add column role text not null default 'PRIVACY_OFFICER' check (role in ('PRIVACY_OFFICER', 'SECURITY_OFFICER'));
alter table delegate add column kinds text[] not null default '{}';
