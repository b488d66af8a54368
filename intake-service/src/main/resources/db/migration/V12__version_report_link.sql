-- Nobody overwrites a decision that he has not seen; 0 is what was never decided.
alter table report_link add column version bigint not null default 1;
