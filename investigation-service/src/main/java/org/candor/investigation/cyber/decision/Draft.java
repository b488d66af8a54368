package org.candor.investigation.cyber.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A report on its way out.
 *
 * @param authors everybody who wrote in it; none of them signs it
 * @param findings codes of what the last check found
 */
public record Draft(
        UUID id,
        Agency agency,
        Set<String> authors,
        Set<String> findings,
        Optional<Override> override,
        Optional<Signature> signature,
        Optional<Sending> sending,
        boolean withdrawn) {

    /** Where a draft stands. */
    public enum Status {
        DRAFT,
        BLOCKED,
        SIGNED,
        SENT,
        WITHDRAWN;

        /** True while a signature stands. */
        public boolean signedOff() {
            return this == SIGNED || this == SENT;
        }
    }

    /** Somebody decided that these findings may stand. */
    public record Override(Ground ground, String by, Instant at, Set<String> findings) {
        public Override {
            findings = Set.copyOf(findings);
        }
    }

    public record Signature(String by, Instant at) {}

    /** @param deviates true when the order of policy II.B was not kept, for a reason on record */
    public record Sending(String by, Instant at, boolean deviates) {}

    public Draft {
        authors = Set.copyOf(authors);
        findings = Set.copyOf(findings);
    }

    public static Draft written(UUID id, Agency agency, String author, Set<String> findings) {
        return new Draft(
                id, agency, Set.of(author), findings, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public Status status() {
        if (withdrawn) {
            return Status.WITHDRAWN;
        }
        if (sending.isPresent()) {
            return Status.SENT;
        }
        if (signature.isPresent()) {
            return Status.SIGNED;
        }
        return uncleared(findings).isEmpty() ? Status.DRAFT : Status.BLOCKED;
    }

    /** Findings that no override covers. */
    Set<String> uncleared(Set<String> found) {
        Set<String> rest = new TreeSet<>(found);
        override.ifPresent(cleared -> rest.removeAll(cleared.findings()));
        return rest;
    }

    boolean ended() {
        return withdrawn || sending.isPresent();
    }

    Draft rewritten(String by, Set<String> found) {
        Set<String> all = new TreeSet<>(authors);
        all.add(by);
        return new Draft(id, agency, all, found, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Draft overridden(Override given) {
        return new Draft(
                id, agency, authors, given.findings(), Optional.of(given), Optional.empty(), Optional.empty(), false);
    }

    Draft signed(Signature given, Set<String> found) {
        return new Draft(id, agency, authors, found, override, Optional.of(given), Optional.empty(), false);
    }

    Draft sent(Sending told) {
        return new Draft(id, agency, authors, findings, override, signature, Optional.of(told), false);
    }

    Draft takenBack() {
        return new Draft(id, agency, authors, findings, override, signature, sending, true);
    }
}
