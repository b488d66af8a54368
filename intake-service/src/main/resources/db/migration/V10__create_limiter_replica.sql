-- Replicas that answer just now. Each keeps its share of a limit in memory, so that no address is ever stored and a refusal
-- costs no query.
create table limiter_replica (
    replica_id uuid        primary key,
    seen_at    timestamptz not null
);
