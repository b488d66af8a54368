-- A course that a curriculum asks for later is due from its own day on, and not the others once more with it.
create table curriculum_course (
    curriculum_id uuid not null references curriculum,
    course        text not null,
    asked_since   date not null,
    primary key (curriculum_id, course)
);
insert into curriculum_course (curriculum_id, course, asked_since)
select distinct id, unnest(courses), adopted_on from curriculum;

-- Who comes back is a new member (45 CFR 164.530(b)(2)(i)(B)): what he learnt until he left no longer counts.
alter table workforce_person
    add column earlier_left_on date check (earlier_left_on < joined_on);

-- Which entities' deadlines are to be brought in line with their roll: after a change, and once on each of their days.
create table readiness_settlement (
    entity_id  text    primary key,
    asked      boolean not null,
    settled_on date
);
insert into readiness_settlement (entity_id, asked)
select distinct entity_id, true from workforce_person;
create index readiness_settlement_asked on readiness_settlement (entity_id) where asked;
create index readiness_duty_open on readiness_duty (entity_id) where ended is null;
