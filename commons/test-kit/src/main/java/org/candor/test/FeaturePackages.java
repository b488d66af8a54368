package org.candor.test;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The rule of the features: none of them needs another that needs it, whether at once or by a detour. */
public final class FeaturePackages {

    private FeaturePackages() {}

    /** The packages directly below {@code rootPackage}, each with all that lies in it, are free of cycles. */
    public static ArchRule freeOfCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .because("a feature that needs itself cannot be read, tested or taken out alone");
    }

    /** Fails unless the features of that service, as they are in production, are free of cycles, or when there is none. */
    public static void assertFreeOfCycles(String rootPackage) {
        freeOfCycles(rootPackage)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(rootPackage));
    }
}
