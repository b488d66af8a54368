package org.candor.notification.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The notice to the media of one jurisdiction. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaView(
        UUID id,
        @Schema(examples = "WI") String jurisdiction,

        @Schema(enumeration = {"SENDING", "NOTIFIED"}) String state,

        LocalDate notifiedOn,
        List<MediaRequest.Outlet> outlets) {}
