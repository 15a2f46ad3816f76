package com.ceoplatform.common.test.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Rules for services with controllers and entities, beside {@link HouseRules}. */
public final class ServiceRules {

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String CONTROLLER = "org.springframework.web.bind.annotation.RestController";
    private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";

    @ArchTest
    static final ArchRule controllers_are_package_private =
            classes().that().areAnnotatedWith(CONTROLLER).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllers_leave_transactions_to_services = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(CONTROLLER)
            .should()
            .beAnnotatedWith(TRANSACTIONAL);

    @ArchTest
    static final ArchRule controllers_reach_data_through_services = noClasses()
            .that()
            .areAnnotatedWith(CONTROLLER)
            .should()
            .dependOnClassesThat()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(ENTITY);

    @ArchTest
    static final ArchRule entities_have_verbs_not_setters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ENTITY)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule entities_are_versioned =
            classes().that().areAnnotatedWith(ENTITY).should(haveAVersion());

    private ServiceRules() {}

    private static ArchCondition<JavaClass> haveAVersion() {
        return new ArchCondition<>("have a @Version field or embed into an aggregate that has one") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                boolean versioned = Stream.concat(
                                entity.getFields().stream(),
                                entity.getAllRawSuperclasses().stream().flatMap(parent -> parent.getFields().stream()))
                        .anyMatch(ServiceRules::isVersion);
                events.add(new SimpleConditionEvent(
                        entity, versioned, entity.getName() + (versioned ? " has" : " has no") + " @Version field"));
            }
        };
    }

    private static boolean isVersion(JavaField field) {
        return field.isAnnotatedWith("jakarta.persistence.Version");
    }
}
