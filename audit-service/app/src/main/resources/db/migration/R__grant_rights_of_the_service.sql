-- Everything the service's own user may do, in one place; applied again whenever this file changes.
grant usage on schema public, vault, trail to "${service}";
grant select, insert, update, delete on all tables in schema public to "${service}";
grant select, insert, update, delete on all tables in schema vault to "${service}";
-- The same of what a later version of the service kit brings.
alter default privileges in schema public, vault grant select, insert, update, delete on tables to "${service}";

revoke all on all tables in schema trail from public, "${service}";
grant select, insert on all tables in schema trail to "${service}";

-- Retained documents, likewise: added and read, never changed.
grant usage on schema document to "${service}";
revoke all on all tables in schema document from public, "${service}";
grant select, insert on all tables in schema document to "${service}";

-- What was migrated is the owner's business.
revoke all on flyway_schema_history from "${service}";
