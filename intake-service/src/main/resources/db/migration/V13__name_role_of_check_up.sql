-- Whose duty a check-up is: the privacy officer's, unless he may be involved. Rows of before follow when routes are decided again.
alter table check_up add column role text not null default 'PRIVACY_OFFICER';
alter table check_up alter column role drop default;
update report set routed_revision = 0 where incident_id in (select incident_id from check_up where state in ('PLANNED', 'DUE'));
