-- The first review of an entity looks at all that was let through before it was opened, too.
update access_review a
   set looks_from = x.oldest
  from (select entity_id, min(used_at) as oldest from access_exception group by entity_id) x
 where x.entity_id = a.entity_id and a.recorded_at is null and x.oldest < a.looks_from
   and not exists (select 1 from access_review b where b.entity_id = a.entity_id and b.recorded_at is not null);
