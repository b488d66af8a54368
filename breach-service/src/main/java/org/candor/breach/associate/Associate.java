package org.candor.breach.associate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.candor.breach.Versioned;
import org.candor.breach.obligations.Columns;
import org.candor.kit.web.Cursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business associate in the register. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BusinessAssociate")
public record Associate(UUID associateId, String entityId, AssociateTerms terms, Instant createdAt, long version) {

    static final String COLUMNS = """
        select id, entity_id, name, agent, contract_days, template_version, reports_every_use, contract_from,
               contract_until, created_at, version
          from business_associate
        """;

    static Associate of(Object[] row) {
        return new Associate(
                (UUID) row[0],
                (String) row[1],
                AssociateTerms.of(row, 2),
                Columns.instant(row[9]),
                ((Number) row[10]).longValue());
    }

    Response response() {
        return new Versioned<>(this, version).response();
    }

    Cursor cursor() {
        return new Cursor(createdAt, associateId);
    }
}
