package org.candor.audit.programme.decision;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A duty was done.
 *
 * @param documented whether a retained document proves it
 * @param nextDueOn the day of the next where it is not the interval's
 * @param reasoned whether it is said why the next is later than the interval
 */
public record Completion(
        LocalDate doneOn, String evidence, boolean documented, Optional<LocalDate> nextDueOn, boolean reasoned) {}
