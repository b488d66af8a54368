package org.candor.breach.associate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.Versioned;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.associate.InvolvedResource.KnowledgeRequest;
import org.candor.breach.associate.InvolvedResource.ReviewRequest;
import org.candor.breach.associate.decision.AfterNotices;
import org.candor.breach.obligations.FactsReader;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.events.ObligationKind;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.time.Ids;

/** A business associate's part in a breach: its knowledge, who notifies, and the review after all notices. */
@ApplicationScoped
class InvolvedWork {

    private final Breaches breaches;
    private final Associates associates;
    private final Involvements involvements;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    InvolvedWork(
            Breaches breaches,
            Associates associates,
            Involvements involvements,
            AccessLog accesses,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.breaches = breaches;
        this.associates = associates;
        this.involvements = involvements;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Versioned<List<InvolvedView>>> all(UUID incidentId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("read-business-associates", incidentId))
                .chain(this::involved));
    }

    Uni<Versioned<List<InvolvedView>>> involved(BreachHead head) {
        return involvements.views(head).map(views -> new Versioned<>(views, head.version()));
    }

    /** After the computation has changed. */
    Uni<Versioned<List<InvolvedView>>> anew(UUID incidentId) {
        return breaches.flush().chain(() -> breaches.any(incidentId)).chain(this::involved);
    }

    Uni<Versioned<List<InvolvedView>>> know(
            UUID incidentId, UUID associateId, KnowledgeRequest request, String ifMatch) {
        return Transactions.run(() -> breaches.changing(incidentId, ifMatch)
                .call(() -> accesses.read("record-business-associate", incidentId))
                .chain(head -> associates
                        .find(associateId)
                        .invoke(associate -> sameEntity(head, associate))
                        .chain(associate -> know(head, associate, request)))
                .chain(() -> anew(incidentId)));
    }

    private Uni<Void> know(BreachHead head, Associate associate, KnowledgeRequest request) {
        Knowledge knowledge = FactsReader.readKnowledge(
                        withTerms(request.knowledge(), associate.terms()),
                        ids.next().toString())
                .orRefuse("/knowledge");
        String how = request.how() == null ? "" : request.how().value();
        return involvements
                .keyOf(head.incidentId(), associate.associateId())
                .map(known -> known.or(() -> Optional.of(AssociateReports.FIRST).filter(key -> request.reported())))
                .chain(earlier -> breaches.know(
                        head.incidentId(),
                        knowledge,
                        how,
                        earlier,
                        "a business associate's knowledge was recorded",
                        caller.subject()))
                .chain(name -> involvements.put(head.incidentId(), associate.associateId(), knowledge.key(), name));
    }

    /** Whose knowledge it is, and on which terms, the register says. */
    private static JsonNode withTerms(JsonNode request, AssociateTerms terms) {
        ObjectNode knowledge = JsonNodeFactory.instance.objectNode();
        knowledge.put("by", KnownBy.BUSINESS_ASSOCIATE.name());
        knowledge.put("agentOfEntity", terms.agent());
        knowledge.put("contractDays", terms.contractDays());
        for (String field : List.of("at", "basis", "toldEntityAt")) {
            if (request.has(field)) {
                knowledge.set(field, request.get(field));
            }
        }
        return knowledge;
    }

    private static void sameEntity(BreachHead head, Associate associate) {
        if (!associate.entityId().equals(head.entityId())) {
            throw Problem.notFound();
        }
    }

    Uni<Versioned<List<InvolvedView>>> review(UUID incidentId, UUID associateId, ReviewRequest request) {
        Instant now = clock.instant();
        InvolvedView.Review review =
                new InvolvedView.Review(request.mitigation(), request.legalAction(), request.complianceReview());
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("review-business-associate", incidentId))
                .invoke(InvolvedWork::checkNotices)
                .chain(head -> involvements
                        .views(head)
                        .invoke(views -> checkUnreviewed(involved(views, associateId)))
                        .chain(() ->
                                involvements.review(head, associateId, EventJson.write(review), caller.subject(), now))
                        .chain(() -> involved(head))));
    }

    private static void checkNotices(BreachHead head) {
        List<AfterNotices.Owed> duties = head.standing().stream()
                .flatMap(computation -> computation.obligations().stream())
                .map(duty -> new AfterNotices.Owed(
                        duty.kind(), "ANNUAL_LOG".equals(duty.track()), duty.completedOn() != null))
                .toList();
        List<ObligationKind> missing = AfterNotices.missing(duties);
        if (!missing.isEmpty()) {
            throw new Problem(BreachProblem.NOTICES_OPEN)
                    .missing(missing.stream().map(ObligationKind::name).toList());
        }
    }

    private static void checkUnreviewed(InvolvedView view) {
        if (view.review() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
    }

    static InvolvedView involved(List<InvolvedView> views, UUID associateId) {
        Optional<InvolvedView> found = views.stream()
                .filter(view -> view.associateId().equals(associateId))
                .findFirst();
        return found.orElseThrow(Problem::notFound);
    }
}
