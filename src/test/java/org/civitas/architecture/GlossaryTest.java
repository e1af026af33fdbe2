package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the field have one translation, and public types of the domain use no other word. */
class GlossaryTest {

    /** The public face of a module of the field, or its domain. */
    private static final Pattern FACE_OR_DOMAIN =
            Pattern.compile("org\\.civitas\\.(?!demo|insight|platform)[a-z]+(\\.domain(\\.[a-z]+)*)?");

    @Test
    void every_public_type_of_a_face_or_domain_is_in_the_glossary() throws IOException {
        Set<String> known = Files.readAllLines(Path.of("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> Arrays.stream(line.split("[|,、/]")))
                .map(word -> word.replace("`", "").strip())
                .collect(Collectors.toSet());
        List<String> missing = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.civitas").stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type ->
                                FACE_OR_DOMAIN.matcher(type.getPackageName()).matches())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !known.contains(name))
                        .sorted()
                        .toList();
        assertThat(missing).as("public types without a row in docs/glossary.md").isEmpty();
    }
}
