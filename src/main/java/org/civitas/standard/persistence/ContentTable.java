package org.civitas.standard.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.civitas.shared.Points;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Combination;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleType;
import org.civitas.standard.SiteType;
import org.civitas.standard.domain.RuleFormula;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands in editions: nodes and requirements, and with them the check items and site types. */
@Repository
class ContentTable {

    private static final TypeReference<Map<String, BigDecimal>> WEIGHTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final CheckItemTable items;
    private final SiteTypeTable types;
    private final JsonMapper json;
    private final MappingTable mappings;

    ContentTable(JdbcTemplate jdbc, CheckItemTable items, SiteTypeTable types, MappingTable mappings, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.items = items;
        this.types = types;
        this.mappings = mappings;
    }

    EditionContent of(Edition edition) {
        List<CheckItem> checkItems = items.of(edition.id());
        Set<String> codes =
                checkItems.stream().map(CheckItem::siteTypeCode).collect(Collectors.toCollection(LinkedHashSet::new));
        List<SiteType> siteTypes =
                types.all().stream().filter(t -> codes.contains(t.code())).toList();
        return new EditionContent(
                edition,
                nodes(edition.id()),
                requirements(edition.id()),
                siteTypes,
                checkItems,
                weights(edition.id()),
                mappings.of(edition.id()));
    }

    private List<Node> nodes(UUID edition) {
        return jdbc.query(
                "select code, parent_code, criterion, name, full_points from edition_node where edition_id = ? order by ordinal",
                (row, n) -> new Node(
                        row.getString("code"),
                        row.getString("parent_code"),
                        row.getBoolean("criterion"),
                        row.getString("name"),
                        Points.of(row.getBigDecimal("full_points"))),
                edition);
    }

    private List<Requirement> requirements(UUID edition) {
        return jdbc.query("""
                select code, criterion_code, method, full_points, rule_type, rule_parameters, combination, lead_unit_code,
                       type_weights::text, co_unit_codes, evidence
                  from requirement where edition_id = ? order by ordinal
                """, (row, n) -> requirement(row), edition);
    }

    private Requirement requirement(ResultSet row) throws SQLException {
        return new Requirement(
                row.getString("code"),
                row.getString("criterion_code"),
                Method.valueOf(row.getString("method")),
                Points.of(row.getBigDecimal("full_points")),
                rule(row.getString("rule_type"), row.getString("rule_parameters")),
                Combination.valueOf(row.getString("combination")),
                row.getString("lead_unit_code"),
                typeWeights(row.getString("type_weights")),
                List.of((String[]) row.getArray("co_unit_codes").getArray()),
                row.getString("evidence"));
    }

    private static @Nullable RuleDefinition rule(@Nullable String type, String parameters) {
        return type == null ? null : RuleFormula.parse(RuleType.valueOf(type), parameters);
    }

    private Map<String, BigDecimal> typeWeights(String text) {
        return json.readValue(text, WEIGHTS);
    }

    private Map<Method, BigDecimal> weights(UUID edition) {
        Map<Method, BigDecimal> weights = new EnumMap<>(Method.class);
        jdbc.query(
                "select method, weight from edition_weight where edition_id = ?",
                row -> {
                    weights.put(
                            Method.valueOf(row.getString("method")),
                            Points.of(row.getBigDecimal("weight")).exact().stripTrailingZeros());
                },
                edition);
        return weights;
    }

    void insert(EditionContent content) {
        UUID edition = content.edition().id();
        insertTree(edition, content.nodes(), content.requirements());
        insertWeights(edition, content.weights());
        types.addMissing(content.siteTypes());
        items.insert(edition, content.checkItems());
        mappings.insert(edition, content.mappings());
    }

    void replaceTree(EditionContent before, EditionContent after) {
        UUID edition = before.edition().id();
        jdbc.update("delete from requirement where edition_id = ?", edition);
        jdbc.update("delete from edition_node where edition_id = ?", edition);
        jdbc.update("delete from edition_weight where edition_id = ?", edition);
        insertTree(edition, after.nodes(), after.requirements());
        insertWeights(edition, after.weights());
        Set<CheckItem> unchanged = Set.copyOf(before.checkItems());
        items.serve(
                edition,
                after.checkItems().stream()
                        .filter(item -> !unchanged.contains(item))
                        .toList());
        if (!before.mappings().equals(after.mappings())) {
            mappings.replace(edition, after.mappings());
        }
    }

    private void insertWeights(UUID edition, Map<Method, BigDecimal> weights) {
        jdbc.batchUpdate(
                "insert into edition_weight (edition_id, method, weight) values (?, ?, ?)",
                weights.entrySet().stream()
                        .map(w -> new Object[] {edition, w.getKey().name(), w.getValue()})
                        .toList());
    }

    private void insertTree(UUID edition, List<Node> nodes, List<Requirement> requirements) {
        jdbc.batchUpdate(
                "insert into edition_node (edition_id, ordinal, code, parent_code, criterion, name, full_points) values (?, ?, ?, ?, ?, ?, ?)",
                IntStream.range(0, nodes.size())
                        .mapToObj(i -> row(edition, i, nodes.get(i)))
                        .toList());
        jdbc.batchUpdate(
                """
                insert into requirement (edition_id, ordinal, code, criterion_code, method, full_points, rule_type, rule_parameters,
                                         combination, lead_unit_code, type_weights, co_unit_codes, evidence)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                IntStream.range(0, requirements.size())
                        .mapToObj(i -> row(edition, i, requirements.get(i)))
                        .toList());
    }

    private static @Nullable Object[] row(UUID edition, int ordinal, Node node) {
        return new @Nullable Object[] {
            edition,
            ordinal,
            node.code(),
            node.parentCode(),
            node.criterion(),
            node.name(),
            node.full().exact()
        };
    }

    private @Nullable Object[] row(UUID edition, int ordinal, Requirement r) {
        RuleDefinition rule = r.rule();
        return new @Nullable Object[] {
            edition,
            ordinal,
            r.code(),
            r.criterionCode(),
            r.method().name(),
            r.full().exact(),
            rule == null ? null : rule.type().name(),
            rule == null ? "" : RuleFormula.format(rule),
            r.combination().name(),
            r.leadUnitCode(),
            json.writeValueAsString(r.typeWeights()),
            r.coUnitCodes().toArray(String[]::new),
            r.evidence()
        };
    }
}
