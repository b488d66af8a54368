package org.candor.breach.assessment.decision;

import java.util.Map;

/** Answers to the questions of one exception, with the evidence for them. */
public record ExceptionFinding(Map<ExceptionKind.Question, Boolean> answers, String evidence) {

    public ExceptionFinding {
        answers = Map.copyOf(answers);
    }

    boolean answers(ExceptionKind kind) {
        return answers.keySet().equals(kind.questions());
    }

    boolean applies(ExceptionKind kind) {
        return answers(kind) && answers.values().stream().allMatch(yes -> yes);
    }
}
