package org.civitas.standard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.civitas.shared.Points;
import org.civitas.standard.domain.RuleFormula;

/** A small sound edition whose parts a test can break: one item, two criteria, one site type, two check items. */
public final class EditionFixture {

    public List<Node> nodes = new ArrayList<>(List.of(
            new Node("1", null, false, "环境", Points.of("3")),
            new Node("1.1", "1", true, "楼道畅通", Points.of("2")),
            new Node("1.2", "1", true, "亮灯", Points.of("1"))));
    public List<Requirement> requirements = new ArrayList<>(List.of(
            requirement("1.1-1", "1.1", Method.SITE, "2", RuleFormula.parse(RuleType.DEDUCT, "每处扣0.25")),
            requirement("1.2-1", "1.2", Method.SITE, "1", RuleFormula.parse(RuleType.THRESHOLD, "≥95：1；≥85：0.6"))));
    public List<SiteType> types = new ArrayList<>(List.of(new SiteType("小区", "居民小区", SiteKind.PLACE, "看2个楼道")));
    public List<CheckItem> items = new ArrayList<>(List.of(
            item("小区-01-01", ObservationKind.COUNT, "处", "1.1-1"),
            item("小区-03-01", ObservationKind.FIGURE, "%", "1.2-1")));

    public final Map<Method, BigDecimal> weights = new EnumMap<>(Method.class);
    public final List<EditionMapping> mappings = new ArrayList<>();

    /** The first requirement, under another method with another rule. */
    public void rule(Method method, String points, RuleType type, String parameters) {
        requirements.set(0, requirement("1.1-1", "1.1", method, points, RuleFormula.parse(type, parameters)));
    }

    public static Requirement requirement(
            String code, String criterion, Method method, String points, RuleDefinition rule) {
        return new Requirement(code, criterion, method, Points.of(points), rule, Combination.MEAN, null);
    }

    public static CheckItem item(String code, ObservationKind kind, String unit, String... serves) {
        return new CheckItem(
                code,
                code.substring(0, code.indexOf('-')),
                Aspect.ofItemCode(code).orElseThrow(),
                "看 " + code,
                kind,
                unit,
                List.of(),
                "怎么看",
                "",
                List.of(new UsualFault("堆放杂物", "乱堆杂物")),
                true,
                List.of(serves));
    }

    public EditionFixture change(int item, UnaryOperator<CheckItem> how) {
        items.set(item, how.apply(items.get(item)));
        return this;
    }

    public EditionContent content() {
        return content(EditionState.DRAFT);
    }

    public EditionContent content(EditionState state) {
        Edition edition = new Edition(new UUID(0, 1), "试", 1, "试行体系", "城市", "", state, 0);
        return new EditionContent(edition, nodes, requirements, types, items, weights, mappings);
    }
}
