package org.candor.intake.reports;

import org.candor.intake.reports.DuplicateRequest.Decision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report that looks like another, or was linked to it.
 *
 * @param decision null until an officer has decided
 */
@Schema(name = "Duplicate")
public record DuplicateView(ReportSummary report, Decision decision) {}
