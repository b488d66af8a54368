-- The programme: added, read and gone on with; what was done is never changed, and nothing is deleted.
grant usage on schema programme to "${service}";
revoke all on all tables in schema programme from public, "${service}";
grant select, insert on all tables in schema programme to "${service}";
grant update on programme.duty, programme.member, programme.location, programme.policy_distribution, programme.access_role,
    programme.role_holder, programme.access_exception, programme.appointment, programme.policy_publication to "${service}";
revoke insert on programme.register from "${service}";
