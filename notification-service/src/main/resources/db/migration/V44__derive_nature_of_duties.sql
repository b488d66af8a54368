-- What kind of duty it is follows from incident, service and kind, so that nothing reads or writes it any more.
comment on column deadline.nature is 'not used from this version on';
