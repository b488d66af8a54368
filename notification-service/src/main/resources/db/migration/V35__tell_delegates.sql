-- Whom a helper helps, and where his alerts go; empty in facts from before this was told.
alter table delegate add column role text not null default '', add column mailbox text not null default '';
