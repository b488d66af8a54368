-- A duty may come to ask for an element that the approved letter does not hold.
alter table run drop constraint run_waiting_for_check;
alter table run add constraint run_waiting_for_check
    check (waiting_for in ('', 'NOTICE_HELD', 'NO_CLEARANCE', 'NOT_OWED', 'LETTER_LACKS_ELEMENTS'));

-- Each step of a run looks at the letters of its open batch.
create index notice_by_batch on notice (batch_id) where batch_id is not null;
