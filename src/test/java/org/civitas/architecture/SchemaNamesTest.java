package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** In the described interface one name means one shape: records of equal name in two modules would be mixed up. */
@CityTest
class SchemaNamesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void no_two_records_share_the_name_of_a_schema() {
        Set<Class<?>> records = new HashSet<>();
        for (HandlerMethod method : mappings.getHandlerMethods().values()) {
            if (method.getBeanType().getPackageName().startsWith("org.civitas")) {
                collect(method.getMethod().getGenericReturnType(), records);
                Arrays.stream(method.getMethodParameters())
                        .filter(p -> p.hasParameterAnnotation(RequestBody.class))
                        .map(MethodParameter::getGenericParameterType)
                        .forEach(type -> collect(type, records));
            }
        }
        Map<String, Set<String>> byName = new TreeMap<>();
        records.forEach(record ->
                byName.computeIfAbsent(nameOf(record), n -> new TreeSet<>()).add(record.getName()));
        byName.values().removeIf(classes -> classes.size() == 1);

        assertThat(records).hasSizeGreaterThan(50);
        assertThat(byName).isEmpty();
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, records));
            return;
        }
        if (type instanceof Class<?> found
                && found.isRecord()
                && found.getName().startsWith("org.civitas")
                && records.add(found)) {
            for (RecordComponent component : found.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }

    private static String nameOf(Class<?> record) {
        Schema schema = record.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? record.getSimpleName() : schema.name();
    }
}
