package org.candor.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.net.Socket;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * The rule of the decision cores: only plain Java and the event contracts inside; no clock, no randomness, no file, network
 * or thread. It fails where it finds no class to check.
 */
public final class DecisionPackages {

    private static final String DECISION = "..decision..";
    private static final Set<String> SYSTEM_INPUT = Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty");

    private static final ArchRule PLAIN_JAVA = classes()
            .that()
            .resideInAPackage(DECISION)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.candor.events..")
                    .or(resideInAPackage(DECISION))
                    .or(arraysOfPrimitives()))
            .allowEmptyShould(false);

    private static final ArchRule NO_WORLD = noClasses()
            .that()
            .resideInAPackage(DECISION)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..")
                    .or(belongToAnyOf(
                            File.class,
                            FileInputStream.class,
                            FileOutputStream.class,
                            Socket.class,
                            URL.class,
                            Clock.class,
                            Random.class,
                            SecureRandom.class,
                            ThreadLocalRandom.class,
                            RandomGenerator.class,
                            Thread.class)))
            .allowEmptyShould(false);

    private static final ArchRule NO_HIDDEN_INPUT = noClasses()
            .that()
            .resideInAPackage(DECISION)
            .should()
            .accessTargetWhere(hiddenInput())
            .allowEmptyShould(false);

    /** For {@code @ArchTest static final ArchRule pure = DecisionPackages.PURE;}. */
    public static final ArchRule PURE = CompositeArchRule.of(PLAIN_JAVA)
            .and(NO_WORLD)
            .and(NO_HIDDEN_INPUT)
            .because("the same state, command and instant must always be decided alike");

    private DecisionPackages() {}

    /** Fails unless every decision class below that package, as it is in production, is pure, or when there is none. */
    public static void assertPure(String rootPackage) {
        PURE.check(production(rootPackage));
    }

    private static JavaClasses production(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }

    private static DescribedPredicate<JavaAccess<?>> hiddenInput() {
        return DescribedPredicate.describe(
                "the clock, randomness or the machine's settings",
                access -> isHiddenInput(access.getTargetOwner(), access.getName()));
    }

    private static boolean isHiddenInput(JavaClass owner, String name) {
        return (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(ZoneId.class) && name.equals("systemDefault"))
                || (owner.isEquivalentTo(System.class) && SYSTEM_INPUT.contains(name));
    }

    private static DescribedPredicate<JavaClass> arraysOfPrimitives() {
        return DescribedPredicate.describe(
                "primitive or array of plain Java",
                type -> type.getBaseComponentType().isPrimitive()
                        || type.getBaseComponentType().getPackageName().startsWith("java"));
    }
}
