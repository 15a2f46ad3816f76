package com.ceoplatform.voice;

import com.ceoplatform.common.test.house.HouseRules;
import com.ceoplatform.common.test.house.ServiceRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(
        packages = "com.ceoplatform.voice",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTests.OfThisModule.class})
class ArchitectureTests {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests SERVICE = ArchTests.in(ServiceRules.class);

    /** Speech and language share the package name and check themselves. */
    static final class OfThisModule implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.isJar();
        }
    }
}
