-- A pack of a period finds its first and last entry; entries come in that order, so a few pages tell.
create index entry_received on trail.entry using brin (received_at);
