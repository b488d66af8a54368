package org.candor.investigation.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.candor.events.CasePhase;
import org.candor.kit.web.EntityTags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the case stands after a change; the new ETag is in the header. */
@Schema(name = "CaseChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        UUID incidentId,
        @Schema(examples = "CONTAINMENT") CasePhase phase,

        @Schema(description = "What the caller may do next", examples = "[\"record-step\"]")
        List<String> commands,

        @Schema(description = "What keeps the present phase from ending", examples = "[\"step.C-05\"]")
        List<String> missing,

        @Schema(description = "What keeps the case from being closed", examples = "[\"form.4-I-A\"]")
        List<String> toClose,

        @Schema(description = "Id of what was made") UUID id) {

    static RestResponse<ChangeView> ok(CaseWork.Changed changed) {
        return RestResponse.ResponseBuilder.ok(changed.view())
                .header(HttpHeaders.ETAG, EntityTags.of(changed.version()))
                .build();
    }

    /** 201; what was made is a part of the case view, marked by its id. */
    static RestResponse<ChangeView> created(CaseWork.Changed changed, URI caseAddress) {
        return RestResponse.ResponseBuilder.<ChangeView>created(
                        URI.create(caseAddress + "#" + changed.view().id()))
                .header(HttpHeaders.ETAG, EntityTags.of(changed.version()))
                .entity(changed.view())
                .build();
    }

    ChangeView withId(UUID made) {
        return new ChangeView(incidentId, phase, commands, missing, toClose, made);
    }
}
