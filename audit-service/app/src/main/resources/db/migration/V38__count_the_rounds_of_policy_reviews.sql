-- Two reviews of a policy may be due on the same day: their round keeps the deadlines apart. 0 is what was set before.
alter table policy add column round integer not null default 0;
