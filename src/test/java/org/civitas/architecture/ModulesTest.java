package org.civitas.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.civitas.CivitasApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    /** From the bottom up: a module may use only those before it. */
    private static final List<String> ORDER = List.of(
            "shared",
            "platform",
            "territory",
            "identity",
            "calendar",
            "media",
            "standard",
            "site",
            "inspection",
            "casework",
            "scoring",
            "bulletin",
            "insight",
            "demo");

    private final ApplicationModules modules = ApplicationModules.of(CivitasApplication.class);
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.civitas");

    @Test
    void modules_use_only_what_they_declare_and_only_public_faces() {
        modules.verify();
    }

    @Test
    void no_arrow_goes_upwards() {
        modules.forEach(module -> {
            String name = module.getIdentifier().toString();
            assertThat(ORDER).contains(name);
            Set<String> above = Set.copyOf(ORDER.subList(ORDER.indexOf(name), ORDER.size()));
            module.getDirectDependencies(modules).stream()
                    .map(dependency ->
                            dependency.getTargetModule().getIdentifier().toString())
                    .filter(target -> !target.equals(name))
                    .forEach(target ->
                            assertThat(above).as(name + " uses " + target).doesNotContain(target));
        });
    }

    @Test
    void time_comes_from_the_injected_clock() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(classes);
        }
        noClasses().should().callConstructor(Date.class).check(classes);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
    }

    @Test
    void the_domain_is_plain_java() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..")
                .because("rules are read and tested without a framework")
                .check(classes);
    }

    @Test
    void nobody_else_reaches_the_bare_pool_where_no_city_is_bound() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.civitas.platform.city..", "org.civitas.platform.database..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.zaxxer.hikari.HikariDataSource")
                .check(classes);
    }

    @Test
    void names_say_what_things_are() {
        for (String suffix : List.of("Impl", "Manager", "Helper", "Util", "Utils", "DTO", "VO", "PO", "Dto")) {
            noClasses().should().haveSimpleNameEndingWith(suffix).check(classes);
        }
    }
}
