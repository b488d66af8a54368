-- The form as data, frozen with its document. Forms that were signed before have the document only.
alter table form_document add column content bytea;
