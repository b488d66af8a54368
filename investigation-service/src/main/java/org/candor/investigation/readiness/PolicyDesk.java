package org.candor.investigation.readiness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candor.investigation.cases.Tagged;
import org.candor.investigation.readiness.Offices.Office;
import org.candor.investigation.readiness.PolicyViews.PolicyChangeRequest;
import org.candor.investigation.readiness.PolicyViews.PolicyChangeView;
import org.candor.investigation.readiness.PolicyViews.PolicyTrainingRequest;
import org.candor.investigation.readiness.PolicyViews.PolicyTrainingView;
import org.candor.investigation.readiness.decision.Catalogue;
import org.candor.investigation.readiness.decision.PolicyChange;
import org.candor.kit.errors.Problem;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Keeps which policies changed and what teaches them. Call inside a transaction. */
@ApplicationScoped
class PolicyDesk {

    private final Rules rules;
    private final Offices offices;
    private final Settlement settlement;
    private final Catalogue catalogue;
    private final Ids ids;

    PolicyDesk(Rules rules, Offices offices, Settlement settlement, Catalogue catalogue, Ids ids) {
        this.rules = rules;
        this.offices = offices;
        this.settlement = settlement;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    Uni<Page<PolicyChangeView>> changes(String entityId, Optional<Cursor> after, int limit) {
        return offices.enter(entityId, "read-policy-changes")
                .chain(() -> rules.changes(entityId))
                .chain(rows -> rules.withdrawals(entityId).map(withdrawn -> {
                    Map<UUID, WithdrawalRow> byChange =
                            withdrawn.stream().collect(Collectors.toMap(row -> row.changeId, Function.identity()));
                    return Page.of(
                            rows.stream()
                                    .filter(row -> after.map(cursor -> isAfter(row, cursor))
                                            .orElse(true))
                                    .limit(limit + 1L)
                                    .toList(),
                            limit,
                            row -> PolicyChangeView.of(row, Optional.ofNullable(byChange.get(row.id))),
                            row -> new Cursor(row.recordedAt, row.id));
                }));
    }

    Uni<PolicyChangeView> change(UUID id, PolicyChangeRequest request) {
        CurriculumDesk.known(catalogue, request.courses());
        return offices.change(request.entityId(), "record-policy-change").chain(office -> {
            PolicyChangeRow row = new PolicyChangeRow();
            row.id = id;
            row.entityId = office.entityId();
            row.policy = request.policy();
            row.effectiveOn = request.effectiveOn();
            row.courses = CurriculumDesk.sorted(request.courses());
            row.withinDays = request.withinDays();
            row.dueOn =
                    PolicyChange.asksFrom(request.effectiveOn(), office.today()).plusDays(request.withinDays());
            row.recordedBy = office.by();
            row.recordedAt = office.now();
            return rules.add(row)
                    .chain(() -> settlement.ask(office))
                    .replaceWith(PolicyChangeView.of(row, Optional.empty()));
        });
    }

    /** Not every new version changes anybody's duties; asked twice it is answered as once. */
    Uni<PolicyChangeView> withdraw(String entityId, UUID id) {
        return offices.change(entityId, "withdraw-policy-change")
                .chain(office -> rules.changes(entityId)
                        .map(rows -> rows.stream()
                                .filter(row -> row.id.equals(id))
                                .findFirst()
                                .orElseThrow(Problem::notFound))
                        .chain(row -> withdrawal(office, id)
                                .chain(withdrawal -> settlement
                                        .ask(office)
                                        .replaceWith(PolicyChangeView.of(row, Optional.of(withdrawal))))));
    }

    Uni<List<PolicyTrainingView>> trainings(String entityId) {
        return offices.enter(entityId, "read-policy-trainings")
                .chain(() -> rules.policyTrainings(entityId))
                .map(rows -> rows.stream().map(PolicyTrainingView::of).toList());
    }

    Uni<Tagged<PolicyTrainingView>> training(String entityId, String policy) {
        return offices.enter(entityId, "read-policy-training")
                .chain(() -> rules.policyTraining(entityId, policy))
                .map(found -> tagged(found.orElseThrow(Problem::notFound)));
    }

    /** Holds for versions that are published from now on. */
    Uni<Tagged<PolicyTrainingView>> put(String policy, String ifMatch, PolicyTrainingRequest request) {
        CurriculumDesk.known(catalogue, request.courses());
        return offices.change(request.entityId(), "change-policy-training")
                .chain(office -> rules.policyTraining(request.entityId(), policy)
                        .chain(found -> {
                            EntityTags.check(
                                    ifMatch, found.map(row -> row.changes).orElse(0));
                            PolicyTrainingRow row = found.orElseGet(() -> fresh(office, policy));
                            row.courses = CurriculumDesk.sorted(request.courses());
                            row.withinDays = request.withinDays();
                            row.changes++;
                            row.changedBy = office.by();
                            row.changedAt = office.now();
                            return rules.add(row).replaceWith(tagged(row));
                        }));
    }

    private Uni<WithdrawalRow> withdrawal(Office office, UUID changeId) {
        return rules.withdrawals(office.entityId()).chain(known -> {
            Optional<WithdrawalRow> before =
                    known.stream().filter(row -> row.changeId.equals(changeId)).findFirst();
            if (before.isPresent()) {
                return Uni.createFrom().item(before.get());
            }
            WithdrawalRow row = new WithdrawalRow();
            row.changeId = changeId;
            row.withdrawnBy = office.by();
            row.withdrawnAt = office.now();
            return rules.add(row).replaceWith(row);
        });
    }

    private PolicyTrainingRow fresh(Office office, String policy) {
        PolicyTrainingRow row = new PolicyTrainingRow();
        row.id = ids.next();
        row.entityId = office.entityId();
        row.policy = policy;
        return row;
    }

    private static boolean isAfter(PolicyChangeRow row, Cursor cursor) {
        Instant at = row.recordedAt;
        return at.isAfter(cursor.at())
                || at.equals(cursor.at())
                        && row.id.toString().compareTo(cursor.id().toString()) > 0;
    }

    private static Tagged<PolicyTrainingView> tagged(PolicyTrainingRow row) {
        return new Tagged<>(PolicyTrainingView.of(row), row.changes);
    }
}
