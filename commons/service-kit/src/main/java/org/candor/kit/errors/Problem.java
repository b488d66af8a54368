package org.candor.kit.errors;

import java.util.ArrayList;
import java.util.List;

/**
 * An expected refusal on its way to the client. Nothing in it may be taken from stored or sent text: pointers, codes and
 * fixed words only.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with one field.
     *
     * @param field JSON pointer or parameter name
     */
    public record FieldFault(String field, String message) {}

    private final transient ProblemCode code;
    private final transient List<FieldFault> faults = new ArrayList<>();
    private final transient List<String> missing = new ArrayList<>();

    public Problem(ProblemCode code) {
        super(code.code(), null, false, false);
        this.code = code;
    }

    public static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND);
    }

    /** Adds the offending field. */
    public Problem field(String pointer, String message) {
        faults.add(new FieldFault(pointer, message));
        return this;
    }

    /** Adds what must be done first; codes, which the service's catalogue explains. */
    public Problem missing(List<String> codes) {
        missing.addAll(codes);
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    public List<String> missing() {
        return List.copyOf(missing);
    }
}
