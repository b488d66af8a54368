package org.candor.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

final class ToolCondition implements ExecutionCondition {

    /** Printed by {@code ./candor test}, which also empties it before. */
    private static final Path LIST = Repository.path("target/skipped-checks.txt");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsTool.class)
                .map(needs -> evaluate(context, Tools.ofThisMachine().verdict(List.of(needs.value()))))
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no tool"));
    }

    private static ConditionEvaluationResult evaluate(ExtensionContext context, Tools.Verdict verdict) {
        return switch (verdict) {
            case Tools.Verdict.Run() -> ConditionEvaluationResult.enabled("all tools are here");
            case Tools.Verdict.Skip(String why) -> skip(context, why);
            case Tools.Verdict.Fail(String why) ->
                throw new IllegalStateException(context.getDisplayName() + " may not be skipped here; " + why);
        };
    }

    private static ConditionEvaluationResult skip(ExtensionContext context, String why) {
        String check = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        try {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, check + ": " + why + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ConditionEvaluationResult.disabled(why);
    }
}
