package org.civitas.standard.persistence;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.civitas.standard.EditionMapping;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The correspondences that editions name. */
@Repository
public class MappingTable {

    private final JdbcTemplate jdbc;

    MappingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the edition names itself, in its order. */
    public List<EditionMapping> of(UUID edition) {
        return jdbc.query(
                "select kind, code, other_edition_code, other_code, fit, note from edition_mapping where edition_id = ? order by ordinal",
                (row, n) -> new EditionMapping(
                        EditionMapping.Kind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getString("other_edition_code"),
                        row.getString("other_code"),
                        EditionMapping.Fit.valueOf(row.getString("fit")),
                        row.getString("note")),
                edition);
    }

    void insert(UUID edition, List<EditionMapping> mappings) {
        jdbc.batchUpdate(
                """
                insert into edition_mapping (edition_id, ordinal, kind, code, other_edition_code, other_code, fit, note)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, mappings.size())
                        .mapToObj(i -> row(edition, i, mappings.get(i)))
                        .toList());
    }

    /** Puts other correspondences in place of those there are. */
    public void replace(UUID edition, List<EditionMapping> mappings) {
        jdbc.update("delete from edition_mapping where edition_id = ?", edition);
        insert(edition, mappings);
    }

    private static Object[] row(UUID edition, int ordinal, EditionMapping m) {
        return new Object[] {
            edition,
            ordinal,
            m.kind().name(),
            m.code(),
            m.otherEdition(),
            m.otherCode(),
            m.fit().name(),
            m.note()
        };
    }
}
