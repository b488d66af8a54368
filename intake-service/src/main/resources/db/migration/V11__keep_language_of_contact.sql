-- In which whoever gave his name is written to. Of a nameless reporter no language is kept: it might tell who he is.
alter table reporter_contact add column language text not null default 'en' check (language in ('en', 'es'));
