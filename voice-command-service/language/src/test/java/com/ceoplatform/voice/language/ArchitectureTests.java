package com.ceoplatform.voice.language;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ceoplatform.common.test.house.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.ceoplatform.voice.language", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule steps_from_text_to_plan_have_no_cycles =
            slices().matching("com.ceoplatform.voice.language.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_grammar_knows_nothing_of_the_organisation = noClasses()
            .that()
            .resideInAnyPackage("..language.grammar..", "..language.text..", "..language.date..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..language.plan..", "..language.resolve..", "..language.compose..");

    @ArchTest
    static final ArchRule language_knows_no_framework =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");
}
