package org.candor.investigation.cases.decision;

import java.time.Instant;
import java.util.UUID;

/** Somebody else than who recorded it stands for a step for which the playbook asks that. */
public record Approval(UUID entry, String by, Instant at) {}
