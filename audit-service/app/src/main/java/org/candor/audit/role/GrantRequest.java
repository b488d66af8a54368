package org.candor.audit.role;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exception is granted, if need be for less time than was asked for. */
@Schema(name = "AccessExceptionGrant")
public record GrantRequest(
        @Schema(nullable = true, description = "The last day, within a year; without it the day that was asked for")
        LocalDate untilOn) {}
