package org.civitas.standard.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.civitas.platform.search.SearchTokens;
import org.civitas.standard.Aspect;
import org.civitas.standard.CheckItem;
import org.civitas.standard.CheckItems;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.UsualFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The check items of editions. */
@Repository
public class CheckItemTable implements CheckItems {

    private static final TypeReference<List<UsualFault>> FAULTS = new TypeReference<>() {};
    private static final String SELECT = """
            select code, site_type_code, aspect, body, kind, unit, grades, look, exemption, faults::text as faults,
                   picture_needed, requirement_codes
              from check_item
            """;
    private static final String INSERT = """
            insert into check_item (edition_id, ordinal, code, site_type_code, aspect, body, kind, unit, grades, look, exemption,
                                    faults, picture_needed, requirement_codes, search)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, to_tsvector('simple', ?))
            """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    CheckItemTable(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<CheckItem> of(UUID edition) {
        return jdbc.query(SELECT + "where edition_id = ? order by ordinal", (row, n) -> item(row), edition);
    }

    @Override
    public List<CheckItem> forSiteType(UUID edition, String siteType) {
        return jdbc.query(
                SELECT + "where edition_id = ? and site_type_code = ? order by ordinal",
                (row, n) -> item(row),
                edition,
                siteType);
    }

    @Override
    public Optional<CheckItem> find(UUID edition, String code) {
        return jdbc.query(SELECT + "where edition_id = ? and code = ?", (row, n) -> item(row), edition, code).stream()
                .findFirst();
    }

    /** Those that mention the words, by their code, words, exemption or usual faults. */
    public List<CheckItem> search(UUID edition, String words, int limit) {
        return SearchTokens.query(words)
                .map(query -> jdbc.query(
                        SELECT + "where edition_id = ? and search @@ to_tsquery('simple', ?) order by ordinal limit ?",
                        (row, n) -> item(row),
                        edition,
                        query,
                        limit))
                .orElse(List.of());
    }

    void insert(UUID edition, List<CheckItem> items) {
        jdbc.batchUpdate(
                INSERT,
                IntStream.range(0, items.size())
                        .mapToObj(i -> row(edition, i, items.get(i)))
                        .toList());
    }

    /** Puts an item behind the others of its type of site. */
    public void add(UUID edition, CheckItem item) {
        Integer last = jdbc.queryForObject("""
                select coalesce(max(ordinal) filter (where site_type_code = ?), max(ordinal), -1) from check_item where edition_id = ?
                """, Integer.class, item.siteTypeCode(), edition);
        int ordinal = Objects.requireNonNull(last) + 1;
        jdbc.update(
                "update check_item set ordinal = ordinal + 1 where edition_id = ? and ordinal >= ?", edition, ordinal);
        jdbc.update(INSERT, row(edition, ordinal, item));
    }

    public void remove(UUID edition, String code) {
        jdbc.update("delete from check_item where edition_id = ? and code = ?", edition, code);
    }

    /** Writes what items serve now. */
    void serve(UUID edition, List<CheckItem> items) {
        jdbc.batchUpdate(
                "update check_item set requirement_codes = ? where edition_id = ? and code = ?",
                items.stream()
                        .map(item ->
                                new Object[] {item.requirementCodes().toArray(String[]::new), edition, item.code()})
                        .toList());
    }

    /** Writes everything but the code, the type of site and the aspect. */
    public void change(UUID edition, CheckItem item) {
        jdbc.update(
                """
                update check_item
                   set body = ?, kind = ?, unit = ?, grades = ?, look = ?, exemption = ?, faults = ?::jsonb, picture_needed = ?,
                       requirement_codes = ?, search = to_tsvector('simple', ?)
                 where edition_id = ? and code = ?
                """,
                item.text(),
                item.kind().name(),
                item.unit(),
                item.grades().toArray(String[]::new),
                item.look(),
                item.exemption(),
                json.writeValueAsString(item.faults()),
                item.pictureNeeded(),
                item.requirementCodes().toArray(String[]::new),
                words(item),
                edition,
                item.code());
    }

    private @Nullable Object[] row(UUID edition, int ordinal, CheckItem item) {
        return new @Nullable Object[] {
            edition,
            ordinal,
            item.code(),
            item.siteTypeCode(),
            item.aspect().name(),
            item.text(),
            item.kind().name(),
            item.unit(),
            item.grades().toArray(String[]::new),
            item.look(),
            item.exemption(),
            json.writeValueAsString(item.faults()),
            item.pictureNeeded(),
            item.requirementCodes().toArray(String[]::new),
            words(item)
        };
    }

    private static String words(CheckItem item) {
        String faults =
                item.faults().stream().map(f -> f.text() + " " + f.caseType()).collect(Collectors.joining(" "));
        return SearchTokens.document(item.code(), item.text(), item.exemption(), faults);
    }

    private CheckItem item(ResultSet row) throws SQLException {
        return new CheckItem(
                row.getString("code"),
                row.getString("site_type_code"),
                Aspect.valueOf(row.getString("aspect")),
                row.getString("body"),
                ObservationKind.valueOf(row.getString("kind")),
                row.getString("unit"),
                texts(row.getArray("grades")),
                row.getString("look"),
                row.getString("exemption"),
                json.readValue(row.getString("faults"), FAULTS),
                row.getBoolean("picture_needed"),
                texts(row.getArray("requirement_codes")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
