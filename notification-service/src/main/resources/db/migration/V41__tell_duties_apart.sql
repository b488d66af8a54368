-- A deadline that law or policy sets for one matter, or a duty of the programme between incidents.
alter table deadline add column nature text not null default 'LEGAL' check (nature in ('LEGAL', 'PROGRAMME'));
update deadline set nature = 'PROGRAMME' where incident_id is null and service in ('audit', 'investigation');
create index deadline_met_on on deadline (met_on) where state = 'MET';
