package org.candor.audit.programme;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.Serial;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candor.audit.programme.ImportView.Result;
import org.candor.audit.programme.ImportView.RowView;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/**
 * Takes lists that an organisation comes with. A dry run does all that the import does and takes it back, so it says what
 * would happen and not what somebody thinks would; a refused row does not keep the others out.
 */
@ApplicationScoped
public class Imports {

    private final Validator validator;
    private final Caller caller;
    private final AccessLog accessLog;

    Imports(Validator validator, Caller caller, AccessLog accessLog) {
        this.validator = validator;
        this.caller = caller;
        this.accessLog = accessLog;
    }

    /**
     * What a list holds.
     *
     * @param action as it stands in the access record
     * @param needed columns that must be there
     * @param others columns that may be there
     */
    public record Kind(String action, Set<String> needed, Set<String> others) {}

    /** Makes a row into what a form would send; a {@link Problem} or a bad day, number or code refuses the row. */
    public interface Reading<T> {
        T of(Map<String, String> row);
    }

    /** Keeps it; answers whether it was new. Runs inside a transaction; a {@link Problem} before any change refuses the row. */
    public interface Keeping<T> {
        Uni<Boolean> keep(T request);
    }

    public <T> Uni<ImportView> take(
            Kind kind, String entityId, boolean dryRun, byte[] file, Reading<T> reading, Keeping<T> keeping) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
        List<Map<String, String>> rows = CsvRows.read(file, kind.needed(), kind.others());
        return Transactions.run(() -> each(rows, reading, keeping)
                        .map(results -> ImportView.of(dryRun, results))
                        .call(view -> record(kind, entityId, dryRun))
                        .invoke(view -> {
                            if (dryRun) {
                                throw new TakenBack(view);
                            }
                        }))
                .onFailure(TakenBack.class)
                .recoverWithUni(taken ->
                        Transactions.run(() -> record(kind, entityId, true).replaceWith(taken.view())));
    }

    private <T> Uni<List<RowView>> each(List<Map<String, String>> rows, Reading<T> reading, Keeping<T> keeping) {
        return Multi.createFrom()
                .range(0, rows.size())
                .onItem()
                .transformToUniAndConcatenate(place -> one(place + 1L, rows.get(place), reading, keeping))
                .collect()
                .asList();
    }

    private <T> Uni<RowView> one(long number, Map<String, String> row, Reading<T> reading, Keeping<T> keeping) {
        T request;
        try {
            request = reading.of(row);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Uni.createFrom().item(new RowView(number, Result.REFUSED, null, "a day, number or code is none"));
        }
        Optional<RowView> invalid = validator.validate(request).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .map(violation -> refused(number, violation));
        return invalid.map(refused -> Uni.createFrom().item(refused))
                .orElseGet(() -> Uni.createFrom()
                        .deferred(() -> keeping.keep(request))
                        .map(fresh -> new RowView(number, fresh ? Result.CREATED : Result.UNCHANGED, null, null))
                        .onFailure(Imports::refusesTheRow)
                        .recoverWithItem(problem -> refused(number, (Problem) problem)));
    }

    /** What is wrong with the service, and not with the row, ends the import. */
    private static boolean refusesTheRow(Throwable failure) {
        return failure instanceof Problem problem && problem.code().status() < CommonProblem.INTERNAL.status();
    }

    private static RowView refused(long number, ConstraintViolation<?> violation) {
        return new RowView(number, Result.REFUSED, violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static RowView refused(long number, Problem problem) {
        return new RowView(
                number,
                Result.REFUSED,
                problem.faults().stream()
                        .findFirst()
                        .map(Problem.FieldFault::field)
                        .orElse(null),
                problem.code().english());
    }

    private Uni<Void> record(Kind kind, String entityId, boolean dryRun) {
        return accessLog.list(kind.action(), "entityId=" + entityId + "&dryRun=" + dryRun, List.of());
    }

    /** The cell; empty where the column is not there or holds nothing. */
    public static Optional<String> cell(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Ends the transaction of a dry run, and carries what it found. */
    private static final class TakenBack extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ImportView view;

        TakenBack(ImportView view) {
            super("dry run", null, false, false);
            this.view = view;
        }

        ImportView view() {
            return view;
        }
    }
}
