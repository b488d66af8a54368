-- In which language an accounting was given, so that one drawn up again reads like it.
alter table accounting_request add column answer_language text not null default 'en';
