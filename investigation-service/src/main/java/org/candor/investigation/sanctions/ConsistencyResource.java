package org.candor.investigation.sanctions;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.stream.Stream;
import org.candor.investigation.sanctions.decision.Conduct;
import org.candor.investigation.sanctions.decision.Consistency;
import org.candor.investigation.sanctions.decision.Measure;
import org.candor.investigation.timeline.Sheet;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Like cases, like outcomes, in numbers (policy R10.a; 45 CFR 164.530(e)(1)). */
@Path("/sanctions")
@Tag(name = "sanctions")
class ConsistencyResource {

    private static final List<String> HEADER = List.of(
            "people", "conduct", "intent", "earlier", "decided", "usual", "measure", "count", "explained", "outlier");

    private final SanctionRecords records;
    private final AccessLog accessLog;

    ConsistencyResource(SanctionRecords records, AccessLog accessLog) {
        this.records = records;
        this.accessLog = accessLog;
    }

    @Schema(name = "SanctionOutcome")
    record OutcomePart(
            @Schema(examples = "WARNING") Measure measure,
            @Schema(examples = "4") long count,

            @Schema(description = "Of so many the difference from earlier ones was given a reason", examples = "0")
            long explained,

            @Schema(description = "Two steps or more away from the usual measure", examples = "false")
            boolean outlier) {}

    @Schema(name = "LikeSanctions")
    record GroupPart(
            @Schema(description = "Business associates, customers and partners; else the workforce", examples = "false")
            boolean outsiders,

            @Schema(examples = "CONFIDENTIALITY_BREACH") Conduct conduct,
            @Schema(examples = "NEGLIGENT") Conduct.Intent intent,

            @Schema(description = "Sanctions of the same person before", examples = "NONE")
            Consistency.Earlier earlier,

            @Schema(
                    description = "How many were decided, about five people or more; who has no account is in no group",
                    examples = "5")
            long decided,

            @Schema(examples = "WARNING") Measure usual,
            List<OutcomePart> outcomes) {

        static GroupPart of(Consistency.Group group) {
            return new GroupPart(
                    group.like().outsiders(),
                    group.like().conduct(),
                    group.like().intent(),
                    group.like().earlier(),
                    group.decided(),
                    group.usual(),
                    group.outcomes().stream()
                            .map(one -> new OutcomePart(one.measure(), one.count(), one.explained(), one.outlier()))
                            .toList());
        }
    }

    @Schema(name = "SanctionConsistency")
    record ConsistencyView(
            @Schema(description = "At most 160") List<GroupPart> groups,

            @Schema(description = "Fewer people make no group that is shown", examples = "5")
            int smallestGroup,

            @Schema(description = "How many groups were left out for it", examples = "3")
            long groupsTooSmall) {}

    @GET
    @Path("/consistency")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(
            operationId = "readSanctionConsistency",
            summary = "Outcomes of like cases in numbers, outliers marked; no names, no incidents, no small groups")
    public Uni<ConsistencyView> read() {
        return Transactions.run(() -> overview("read-sanction-consistency")
                .map(all -> new ConsistencyView(
                        all.groups().stream().map(GroupPart::of).toList(),
                        Consistency.SMALLEST_GROUP,
                        all.groupsTooSmall())));
    }

    @GET
    @Path("/consistency.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel"})
    @Operation(operationId = "exportSanctionConsistency", summary = "The same, one row for each group and outcome")
    public Uni<String> sheet() {
        return Transactions.run(() -> overview("export-sanction-consistency")
                .map(all -> Sheet.csv(
                        HEADER,
                        all.groups().stream().flatMap(ConsistencyResource::rows).toList())));
    }

    private Uni<Consistency.Overview> overview(String action) {
        return records.decided()
                .call(() -> accessLog.list(action, "", List.of()))
                .map(Consistency::of);
    }

    private static Stream<List<String>> rows(Consistency.Group group) {
        return group.outcomes().stream()
                .map(one -> List.of(
                        group.like().outsiders() ? "outsiders" : "workforce",
                        group.like().conduct().name(),
                        group.like().intent().name(),
                        group.like().earlier().name(),
                        Long.toString(group.decided()),
                        group.usual().name(),
                        one.measure().name(),
                        Long.toString(one.count()),
                        Long.toString(one.explained()),
                        Boolean.toString(one.outlier())));
    }
}
