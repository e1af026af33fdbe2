package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.testing.ChangeWatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/**
 * Every change leads to an audit line and every file that is handed out says so, read from the calls in the compiled code.
 *
 * <p>That the line is truly written, in the same city and under the trace of the request, is watched in every other test
 * that changes something through the web: see {@link ChangeWatch}.
 */
class AuditedChangesTest {

    /** Files without data of the city. */
    private static final Map<String, String> NO_DATA = Map.of(
            "EditionWorkbookController.template", "the example that comes with the program",
            "SiteSheetController.template", "an empty form",
            "DecompositionSheetController.template", "an empty form",
            "CaseImportController.template", "an empty form",
            "AccountSheetController.template", "an empty form",
            "TerritoryImportController.unitTemplate", "an empty form",
            "TerritoryImportController.dutyTemplate", "an empty form");

    private static JavaClasses classes;

    @BeforeAll
    static void readTheCode() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.civitas");
    }

    @Test
    void every_endpoint_that_changes_something_writes_an_audit_line() {
        assertThat(endpoints(method -> Stream.of(
                                PostMapping.class, PutMapping.class, DeleteMapping.class, PatchMapping.class)
                        .anyMatch(method::isAnnotatedWith)))
                .hasSizeGreaterThan(60)
                .filteredOn(endpoint -> !reaches(endpoint, AuditedChangesTest::writesLine))
                .extracting(AuditedChangesTest::name)
                .containsExactlyInAnyOrderElementsOf(ChangeWatch.NO_CHANGE.keySet());
    }

    @Test
    void every_endpoint_that_hands_out_a_file_says_what_it_exports() {
        assertThat(endpoints(method -> method.isAnnotatedWith(GetMapping.class)))
                .filteredOn(endpoint -> reaches(endpoint, AuditedChangesTest::handsOut))
                .hasSizeGreaterThan(15)
                .filteredOn(endpoint -> !endpoint.isAnnotatedWith(Exports.class))
                .extracting(AuditedChangesTest::name)
                .containsExactlyInAnyOrderElementsOf(NO_DATA.keySet());
    }

    private static List<JavaMethod> endpoints(Predicate<JavaMethod> which) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(which)
                .toList();
    }

    static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static boolean writesLine(JavaCodeUnit unit) {
        boolean trail = unit.getOwner().isEquivalentTo(AuditTrail.class)
                && Set.of("record", "clause").contains(unit.getName());
        boolean withinItsStatement = unit.getFullName().startsWith("org.civitas.inspection.persistence.Visits.append(");
        return trail || withinItsStatement;
    }

    private static boolean handsOut(JavaCodeUnit unit) {
        return unit.getOwner().isEquivalentTo(XlsxAnswer.class)
                || unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ContentDisposition.class)
                                && call.getName().equals("attachment"));
    }

    /** Follows the calls; a call of an interface leads to all that implement it. */
    private static boolean reaches(JavaMethod from, Predicate<JavaCodeUnit> goal) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.poll();
            if (goal.test(unit)) {
                return true;
            }
            called(unit).filter(seen::add).forEach(next::add);
        }
        return false;
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
                        unit.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .filter(target -> target.getOwner().getPackageName().startsWith("org.civitas"))
                .flatMap(target -> Stream.concat(
                                Stream.of(target.getOwner()), target.getOwner().getAllSubclasses().stream())
                        .flatMap(type -> withName(type, target.getName(), target.getRawParameterTypes())));
    }

    private static Stream<JavaCodeUnit> withName(JavaClass type, String name, List<JavaClass> parameters) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getName().equals(name)
                        && unit.getRawParameterTypes().size() == parameters.size());
    }
}
