package com.ceoplatform.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The rules of the house that apply to a command line program, without the services' test support. */
@AnalyzeClasses(packages = "com.ceoplatform.deploy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("com.ceoplatform.deploy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_do_not_know_the_front_door = noClasses()
            .that()
            .resideOutsideOfPackage("com.ceoplatform.deploy")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ceoplatform.deploy");

    @ArchTest
    static final ArchRule names_come_from_the_domain =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)$");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule output_goes_through_the_command_line =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
