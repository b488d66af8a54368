package org.candor.audit.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** For whom a list is taken in, and whether only to see what would come of it. */
public class ImportCall {

    @QueryParam("entityId")
    @NotNull
    @Pattern(regexp = DutyRequest.ENTITY)
    String entityId;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Does all that the import does and takes it back")
    boolean dryRun;
}
