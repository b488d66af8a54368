package org.candor.kit.errors;

/** A catalogue as an enum whose names are the codes. */
public interface WordedProblem extends ProblemCode {

    /** The enum's own. */
    String name();

    Wording wording();

    @Override
    default String code() {
        return name();
    }

    @Override
    default int status() {
        return wording().status();
    }

    @Override
    default String english() {
        return wording().english();
    }

    @Override
    default String spanish() {
        return wording().spanish();
    }
}
