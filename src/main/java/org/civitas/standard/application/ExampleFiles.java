package org.civitas.standard.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.shared.Ids;
import org.civitas.shared.Points;
import org.civitas.standard.Aspect;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Combination;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.EditionState;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleType;
import org.civitas.standard.SiteKind;
import org.civitas.standard.SiteType;
import org.civitas.standard.UsualFault;
import org.civitas.standard.domain.RuleFormula;
import org.civitas.standard.domain.TreeOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files of the example editions ({@code resources/standard/*.yaml}). */
@Component
public class ExampleFiles {

    public static final String CITY = "city";
    private static final String CITY_ITEMS = "check-items.yaml";

    /** The examples that there are, the one of a city first. */
    public List<String> keys() {
        return Stream.of(CITY, "county", "minors")
                .filter(key -> resource(treeFile(key)).exists())
                .toList();
    }

    /** The example of a city. */
    public EditionContent read() {
        return read(CITY);
    }

    /** An example as it stands in the files. @param key one of {@link #keys()} */
    public EditionContent read(String key) {
        Map<String, Object> root = map(yaml(treeFile(key)));
        Edition edition = new Edition(
                Ids.next(),
                text(root, "code"),
                1,
                text(root, "name"),
                text(root, "level"),
                text(root, "note"),
                EditionState.DRAFT,
                0);
        List<Node> nodes = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        list(root.get("nodes")).forEach(node -> node(map(node), null, nodes, requirements));
        List<CheckItem> items = checkItems(key);
        Set<String> used = items.stream().map(CheckItem::siteTypeCode).collect(Collectors.toSet());
        return new EditionContent(
                edition,
                withSums(nodes),
                requirements,
                siteTypes().stream()
                        .filter(type -> key.equals(CITY) || used.contains(type.code()))
                        .toList(),
                items,
                weights(root),
                list(root.get("mappings")).stream()
                        .map(mapping -> mapping(map(mapping)))
                        .toList());
    }

    private static String treeFile(String key) {
        return key.equals(CITY) ? "example-edition.yaml" : key + "-edition.yaml";
    }

    private static EditionMapping mapping(Map<String, Object> map) {
        return new EditionMapping(
                EditionMapping.Kind.valueOf(text(map, "kind")),
                text(map, "code"),
                text(map, "edition"),
                text(map, "to"),
                EditionMapping.Fit.valueOf(map.containsKey("fit") ? text(map, "fit") : "FULL"),
                text(map, "note"));
    }

    public List<SiteType> siteTypes() {
        return list(yaml("site-types.yaml")).stream()
                .map(ExampleFiles::map)
                .map(t -> new SiteType(
                        text(t, "code"), text(t, "name"), SiteKind.valueOf(text(t, "kind")), text(t, "route")))
                .toList();
    }

    private static List<Node> withSums(List<Node> nodes) {
        return nodes.stream()
                .map(n -> n.criterion()
                        ? n
                        : new Node(n.code(), n.parentCode(), false, n.name(), TreeOrder.sumBelow(n.code(), nodes)))
                .toList();
    }

    private static void node(
            Map<String, Object> map, @Nullable String parent, List<Node> nodes, List<Requirement> requirements) {
        String code = text(map, "code");
        boolean criterion = map.containsKey("requirements");
        nodes.add(new Node(code, parent, criterion, text(map, "name"), criterion ? points(map) : Points.ZERO));
        if (criterion) {
            list(map.get("requirements")).forEach(r -> requirements.add(requirement(map(r), code)));
        } else {
            list(map.get("children")).forEach(child -> node(map(child), code, nodes, requirements));
        }
    }

    private static Requirement requirement(Map<String, Object> map, String criterion) {
        return new Requirement(
                text(map, "code"),
                criterion,
                Method.valueOf(text(map, "method")),
                points(map),
                rule(map),
                Combination.valueOf(map.containsKey("combine") ? text(map, "combine") : "MEAN"),
                map.containsKey("lead") ? text(map, "lead") : null,
                numbers(map.get("typeWeights"), key -> key),
                texts(map.get("co")),
                text(map, "evidence"));
    }

    private static @Nullable RuleDefinition rule(Map<String, Object> map) {
        return map.containsKey("rule")
                ? RuleFormula.parse(RuleType.ofWord(text(map, "rule")).orElseThrow(), text(map, "parameters"))
                : null;
    }

    private static Map<Method, BigDecimal> weights(Map<String, Object> root) {
        return numbers(root.get("weights"), Method::valueOf);
    }

    private static <K> Map<K, BigDecimal> numbers(@Nullable Object written, Function<String, K> key) {
        Map<K, BigDecimal> numbers = new LinkedHashMap<>();
        if (written != null) {
            map(written).forEach((name, value) -> numbers.put(key.apply(name), new BigDecimal(String.valueOf(value))));
        }
        return numbers;
    }

    private static List<CheckItem> checkItems(String key) {
        if (key.equals(CITY)) {
            return checkItems(CITY_ITEMS, Map.of());
        }
        Map<String, CheckItem> ofCity = checkItems(CITY_ITEMS, Map.of()).stream()
                .collect(Collectors.toMap(CheckItem::code, Function.identity()));
        return checkItems(key + "-check-items.yaml", ofCity);
    }

    /** @param known items that an entry {@code same: code} takes over, only what it serves is its own */
    private static List<CheckItem> checkItems(String file, Map<String, CheckItem> known) {
        List<CheckItem> items = new ArrayList<>();
        map(yaml(file))
                .forEach((type, list) -> list(list).forEach(entry -> {
                    Map<String, Object> item = map(entry);
                    items.add(
                            item.containsKey("same")
                                    ? Objects.requireNonNull(known.get(text(item, "same")), text(item, "same"))
                                            .serving(texts(item.get("serves")))
                                    : checkItem(type, item));
                }));
        return items;
    }

    private static CheckItem checkItem(String type, Map<String, Object> map) {
        String code = text(map, "code");
        return new CheckItem(
                code,
                type,
                Aspect.ofItemCode(code).orElseThrow(),
                text(map, "text"),
                ObservationKind.valueOf(text(map, "kind")),
                map.containsKey("unit") ? text(map, "unit") : null,
                texts(map.get("grades")),
                text(map, "look"),
                text(map, "exemption"),
                texts(map.get("faults")).stream().map(ExampleFiles::fault).toList(),
                Boolean.TRUE.equals(map.get("picture")),
                texts(map.get("serves")));
    }

    private static UsualFault fault(String written) {
        String[] parts = written.split(" → ", 2);
        return new UsualFault(parts[0], parts[1]);
    }

    private static Points points(Map<String, Object> map) {
        return Points.of(new BigDecimal(text(map, "points")));
    }

    private static ClassPathResource resource(String name) {
        return new ClassPathResource("standard/" + name);
    }

    private static Object yaml(String name) {
        try (InputStream in = resource(name).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Map<String, Object> map, String key) {
        return Objects.toString(map.get(key), "");
    }

    private static List<String> texts(@Nullable Object list) {
        return list == null
                ? List.of()
                : list(list).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
