package org.candor.audit.policy;

import java.time.LocalDate;
import java.util.List;
import org.candor.audit.policy.Policies.Head;
import org.candor.audit.policy.Policies.Stored;
import org.candor.audit.policy.PolicyView.ReviewView;
import org.candor.audit.policy.PolicyView.VersionView;
import org.candor.audit.policy.decision.Versions;
import org.candor.audit.retention.decision.RetentionRule;
import org.candor.kit.errors.Problem;

/** A policy as it is shown, with the days that follow from its versions. */
record PolicyViews(RetentionRule rule) {

    PolicyView view(Head policy, List<Stored> known, List<ReviewView> reviews, LocalDate today) {
        return new PolicyView(
                policy.policyId(),
                policy.entityId(),
                policy.code(),
                PolicyRequest.Kind.valueOf(policy.kind()),
                policy.nextReviewOn(),
                policy.withdrawnOn().orElse(null),
                dates(policy, known).inEffect(today).orElse(null),
                known.stream()
                        .map(stored -> version(policy, known, stored.number(), false))
                        .toList(),
                reviews,
                policy.version());
    }

    /** One version, with its text only where it is asked for alone; {@code NOT_FOUND} when there is none of that number. */
    VersionView version(Head policy, List<Stored> known, int number, boolean whole) {
        Versions dates = dates(policy, known);
        Stored stored = known.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return new VersionView(
                stored.number(),
                stored.title(),
                whole ? stored.wording() : null,
                stored.effectiveOn(),
                dates.lastInEffect(number).orElse(null),
                dates.keepThrough(number, rule).orElse(null),
                stored.leaders(),
                stored.references(),
                stored.sections(),
                stored.externalIds(),
                stored.writtenBy(),
                stored.writtenAt());
    }

    static Versions dates(Head policy, List<Stored> known) {
        return new Versions(known.stream().map(Stored::dates).toList(), policy.withdrawnOn());
    }
}
