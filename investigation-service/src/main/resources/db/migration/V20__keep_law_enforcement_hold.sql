-- Until when a law-enforcement statement holds the notices, as breach-service tells it (45 CFR 164.412).
alter table notice_clock
    add column stated_on  date,
    add column held_until date,
    add column ended_on   date,
    add check ((stated_on is null) = (held_until is null)),
    add check (ended_on is null or held_until is not null);
