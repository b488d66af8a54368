package org.candor.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;

/**
 * The rule of the one transaction style: sessions are opened by {@code org.candor.kit.data.Transactions} and nobody else,
 * because two styles in one chain are two transactions. It fails where it finds no class to check.
 */
public final class SessionRules {

    private static final String PANACHE = "io.quarkus.hibernate.reactive.panache.Panache";
    private static final String OPERATIONS = "io.quarkus.hibernate.reactive.panache.common.runtime.SessionOperations";
    private static final String FACTORY = "org.hibernate.reactive.mutiny.Mutiny$SessionFactory";
    private static final String ANNOTATIONS = "io.quarkus.hibernate.reactive.panache.common.With";

    private static final Set<String> OPENING = Set.of(
            "withTransaction",
            "withSession",
            "withStatelessTransaction",
            "withStatelessSession",
            "openSession",
            "openStatelessSession");

    private static final ArchRule NO_CALLS = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage("org.candor.kit.data..", "org.candor.kit.outbox..")))
            .should()
            .accessTargetWhere(opensASession())
            .allowEmptyShould(false);

    private static final ArchRule NO_ANNOTATIONS = noMethods()
            .should()
            .beAnnotatedWith(annotation("one that opens a session"))
            .allowEmptyShould(false);

    private static final ArchRule NO_ANNOTATED_CLASSES = noClasses()
            .should()
            .beAnnotatedWith(annotation("one that opens a session"))
            .allowEmptyShould(false);

    /** For {@code @ArchTest static final ArchRule sessions = SessionRules.ONE_STYLE;}. */
    public static final ArchRule ONE_STYLE = CompositeArchRule.of(NO_CALLS)
            .and(NO_ANNOTATIONS)
            .and(NO_ANNOTATED_CLASSES)
            .because("Transactions.run and Transactions.read are the one way to a session");

    private SessionRules() {}

    /** Fails when a production class below that package opens a session of its own, or when there is no class. */
    public static void assertOneStyle(String rootPackage) {
        ONE_STYLE.check(production(rootPackage));
    }

    private static JavaClasses production(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }

    /** By name, because the test kit knows no persistence. */
    private static DescribedPredicate<JavaAccess<?>> opensASession() {
        return DescribedPredicate.describe("opens a session", access -> {
            String owner = access.getTargetOwner().getFullName();
            return owner.equals(OPERATIONS)
                    || (owner.equals(PANACHE) || owner.equals(FACTORY)) && OPENING.contains(access.getName());
        });
    }

    private static DescribedPredicate<JavaAnnotation<?>> annotation(String words) {
        return DescribedPredicate.describe(
                words, annotation -> annotation.getRawType().getFullName().startsWith(ANNOTATIONS));
    }
}
