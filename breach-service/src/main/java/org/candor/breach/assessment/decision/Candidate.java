package org.candor.breach.assessment.decision;

import java.time.Instant;
import java.util.Optional;
import org.candor.breach.obligations.decision.Knowledge;

/**
 * A candidate for the day of discovery, kept for good (policy III.C). A wrong one is not removed: another replaces it.
 *
 * @param how how it was learned, in words
 * @param replaces key of the candidate that this one corrects
 */
public record Candidate(Knowledge knowledge, String how, Optional<String> replaces, Instant recordedAt) {}
