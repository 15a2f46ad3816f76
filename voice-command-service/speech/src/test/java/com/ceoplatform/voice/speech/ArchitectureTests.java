package com.ceoplatform.voice.speech;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ceoplatform.common.test.house.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.ceoplatform.voice.speech", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("com.ceoplatform.voice.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_port_knows_no_engine = noClasses()
            .that()
            .resideInAPackage("com.ceoplatform.voice.speech")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.ceoplatform.voice.speech.*..", "ai.onnxruntime..", "org.bytedeco..");

    @ArchTest
    static final ArchRule speech_knows_no_framework =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");
}
