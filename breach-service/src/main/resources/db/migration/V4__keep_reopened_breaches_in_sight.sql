-- Duties stand while a question is open again: the watch looks at those breaches too.
drop index assessment_idle;
create index assessment_idle on assessment (moved_at) where state <> 'NOTHING_OWED';

-- The separate report under 42 CFR Part 2 of an earlier breach that was brought in.
alter table logged_breach
    add column part2_reported_on     date,
    add column part2_tracking_number text;
