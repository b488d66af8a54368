-- Alarms about the trail itself that are open: each is a deadline on the board until it is over.
create table trail_alarm (
    kind  text        primary key,
    since timestamptz not null
);
