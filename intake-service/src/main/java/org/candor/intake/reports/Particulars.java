package org.candor.intake.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.candor.intake.IntakeProblem;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.intake.routing.Routes;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/** What depends on who reports and for whom: on behalf, from a business associate, when the answer is due, by which words it is found. */
@ApplicationScoped
class Particulars {

    private static final String ASSOCIATE_ROLE = "business-associate";

    private final Routes routes;
    private final Terms terms;
    private final Caller caller;

    Particulars(Routes routes, Terms terms, Caller caller) {
        this.routes = routes;
        this.terms = terms;
        this.caller = caller;
    }

    /** Refuses what the caller may not say. */
    void check(ReportRequest request) {
        if (request.isOnBehalf() && !takesDownForOthers()) {
            throw new Problem(IntakeProblem.ON_BEHALF_NOT_ALLOWED).field("/onBehalf", "officers only");
        }
        if (request.associate() != null && request.relation() != Relation.BUSINESS_ASSOCIATE) {
            throw new Problem(IntakeProblem.ASSOCIATE_RELATION_NEEDED).field("/relation", "BUSINESS_ASSOCIATE needed");
        }
        if (saysAnotherAssociate(request)) {
            throw new Problem(IntakeProblem.ANOTHER_ASSOCIATE).field("/associate/associateId", "not the token's");
        }
        if (saysAssociate(request) && !caller.hasRole(ASSOCIATE_ROLE)) {
            throw new Problem(IntakeProblem.ASSOCIATE_NOT_SIGNED_IN)
                    .field("/associate/associateId", "of a signed-in business associate only");
        }
    }

    /** Fills in what follows from request, caller and entity. */
    void fill(Report report, ReportRequest request, EntityOfficers entity) {
        report.takenBy = request.isOnBehalf() ? caller.subject() : null;
        report.answerDueOn = ReportRules.answerDueOn(report.kind, report.receivedAt, entity.zone())
                .orElse(null);
        report.associateId = associateOf(request).orElse(null);
        Optional.ofNullable(request.associate()).ifPresent(notice -> fill(report, notice, entity));
        terms.fill(report, request.systemsOrNone());
        report.routedOn = routes.today(entity);
        report.routedRevision = entity.revision();
        report.updatedAt = report.receivedAt;
    }

    private static void fill(Report report, AssociateNotice notice, EntityOfficers entity) {
        ReportRules.refuseDiscovery(
                        notice.discoveredOn(), Optional.ofNullable(report.happenedAt), report.receivedAt, entity.zone())
                .ifPresent(Refusals::refuse);
        report.associateDiscoveredOn = notice.discoveredOn();
        report.associateStanding = notice.standing() == null ? Standing.UNKNOWN : notice.standing();
        report.associateContractDays = notice.contractDays();
    }

    /** Whoever signs in as a business associate reports for his own; nobody else's word opens a report to an associate. */
    private Optional<String> associateOf(ReportRequest request) {
        return request.relation() == Relation.BUSINESS_ASSOCIATE && caller.hasRole(ASSOCIATE_ROLE)
                ? caller.businessAssociate()
                : Optional.empty();
    }

    private static boolean saysAssociate(ReportRequest request) {
        return request.associate() != null && request.associate().associateId() != null;
    }

    private boolean saysAnotherAssociate(ReportRequest request) {
        return caller.hasRole(ASSOCIATE_ROLE)
                && saysAssociate(request)
                && !caller.businessAssociate()
                        .equals(Optional.of(request.associate().associateId()));
    }

    private boolean takesDownForOthers() {
        return caller.hasRole("privacy-officer")
                || caller.hasRole("security-officer")
                || caller.hasRole("administrator")
                || caller.hasRole("investigator");
    }
}
