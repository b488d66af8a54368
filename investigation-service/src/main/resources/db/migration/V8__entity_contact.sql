-- How people reach the entity, as letters say it.
alter table legal_entity
    add column address text not null default '',
    add column phone   text not null default '',
    add column email   text not null default '';
