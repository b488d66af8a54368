package org.candor.audit.programme;

import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.audit.programme.ImportView.Result;
import org.candor.audit.programme.ImportView.RowView;
import org.candor.kit.csv.CsvList;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.Problem.FieldFault;

/** A row of a list that is to be kept, or that is refused already. */
record JudgedRow<T>(long number, long line, Optional<Draft<T>> draft, Optional<RowView> refusal) {

    /** A problem while it is made refuses the row, and nothing else of the list. */
    static <T> JudgedRow<T> of(UUID id, long number, CsvList.Row row, Supplier<T> made) {
        try {
            refuseOverfull(row);
            return new JudgedRow<>(number, row.line(), Optional.of(new Draft<>(id, made.get())), Optional.empty());
        } catch (Problem problem) {
            return new JudgedRow<>(number, row.line(), Optional.empty(), Optional.of(refused(number, row, problem)));
        }
    }

    static void refuseUnlessNone(Set<? extends ConstraintViolation<?>> violations) {
        violations.stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw new Problem(CommonProblem.INVALID_FIELD)
                            .field(violation.getPropertyPath().toString(), violation.getMessage());
                });
    }

    RowView result(Set<UUID> fresh) {
        return refusal.orElseGet(() -> {
            boolean created = draft.map(Draft::id).filter(fresh::contains).isPresent();
            return new RowView(number, line, created ? Result.CREATED : Result.UNCHANGED, null, null);
        });
    }

    private static void refuseOverfull(CsvList.Row row) {
        if (row.overfull()) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field(null, "more cells than the header: a cell with a comma in it stands in quotes");
        }
    }

    private static RowView refused(long number, CsvList.Row row, Problem problem) {
        Optional<FieldFault> fault = problem.faults().stream().findFirst();
        String why = problem.code() == CommonProblem.INVALID_FIELD
                ? fault.map(FieldFault::message).orElseThrow()
                : problem.code().english();
        return new RowView(
                number, row.line(), Result.REFUSED, fault.map(FieldFault::field).orElse(null), why);
    }
}
