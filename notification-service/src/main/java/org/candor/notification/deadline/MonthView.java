package org.candor.notification.deadline;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.candor.events.OfficerRole;
import org.candor.notification.deadline.decision.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is late, what is due in a month, and the proof of what was done, as the caller may see it. */
@Schema(name = "MonthOfDuties")
public record MonthView(
        @Schema(examples = "2026-12") String month,
        Instant asOf,

        @Schema(description = "Each role that has a duty here")
        List<RoleCount> roles,

        @Schema(description = "Open, and the last lawful moment has passed, in this month or before; the oldest first")
        List<DeadlineView> late,

        @Schema(description = "Open, in time, and due in this month")
        List<DeadlineView> due,

        @Schema(
                description =
                        "Done in this month, or due in it and done before or since; proofEventId names the trail's entry")
        List<DeadlineView> done,

        @Schema(description = "False where there are more than 10,000: narrow the filter")
        boolean complete) {

    public MonthView {
        roles = List.copyOf(roles);
        late = List.copyOf(late);
        due = List.copyOf(due);
        done = List.copyOf(done);
    }

    /** The duties of one role in numbers. */
    @Schema(name = "MonthOfDutiesRole")
    public record RoleCount(
            @Schema(examples = "security-officer") String role,
            long late,
            long due,
            long done,

            @Schema(description = "Of those that were done, the ones that were done too late")
            long doneLate) {}

    static MonthView of(YearMonth month, List<Deadline> duties, boolean complete, Instant now) {
        Map<Standing, List<DeadlineView>> by = duties.stream()
                .collect(Collectors.groupingBy(
                        duty -> duty.standing(month, now).orElseThrow(),
                        () -> new EnumMap<>(Standing.class),
                        Collectors.mapping(duty -> duty.view(now), Collectors.toList())));
        List<DeadlineView> late = by.getOrDefault(Standing.LATE, List.of());
        List<DeadlineView> due = by.getOrDefault(Standing.DUE, List.of());
        List<DeadlineView> done = by.getOrDefault(Standing.DONE, List.of());
        return new MonthView(month.toString(), now, counts(late, due, done), late, due, done, complete);
    }

    private static List<RoleCount> counts(List<DeadlineView> late, List<DeadlineView> due, List<DeadlineView> done) {
        return Arrays.stream(OfficerRole.values())
                .map(OfficerRole::tokenRole)
                .map(role -> new RoleCount(
                        role,
                        of(role, late),
                        of(role, due),
                        of(role, done),
                        of(role, done.stream().filter(DeadlineView::late).toList())))
                .filter(count -> count.late() + count.due() + count.done() > 0)
                .toList();
    }

    private static long of(String role, List<DeadlineView> duties) {
        return duties.stream().filter(one -> one.role().equals(role)).count();
    }
}
