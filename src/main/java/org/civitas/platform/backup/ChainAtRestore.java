package org.civitas.platform.backup;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.civitas.platform.audit.chain.ChainHead;
import org.civitas.platform.audit.chain.HeadFile;
import org.civitas.platform.city.CityCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the audit chain of a city stands when it is restored: written into the chain itself, so that a check can tell what a
 * restore took away from what was cut off, and into the file of heads outside.
 */
final class ChainAtRestore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final Path heads;
    private final Instant now;

    /** @param heads folder of the head files */
    ChainAtRestore(JdbcTemplate jdbc, Path heads, Instant now) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.now = now;
    }

    /** The end of the chain of a schema, or null when there is no chain: an older backup, or no city. */
    @Nullable
    ChainHead end(String schema) {
        if (jdbc.queryForObject("select to_regclass(?)", Object.class, schema + ".audit_chain") == null) {
            return null;
        }
        List<ChainHead> found = jdbc.query(
                "select number, encode(hash, 'hex') from " + schema + ".audit_chain",
                (row, n) -> new ChainHead(row.getLong(1), row.getString(2), now));
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * Writes the audit line of the restore into the restored schema.
     *
     * @param replaced the end of the chain that it replaces; null when that is not known here
     */
    void record(String schema, String city, Instant takenAt, @Nullable ChainHead replaced) {
        Map<String, Object> details = new HashMap<>(Map.of("backup", takenAt.toString()));
        ChainHead restored = end(schema);
        if (restored != null) {
            details.put("number", restored.number());
            details.put("hash", restored.hash());
        }
        if (replaced != null) {
            details.put("replacedNumber", replaced.number());
            details.put("replacedHash", replaced.hash());
        }
        jdbc.update(
                "insert into " + schema
                        + ".audit_line (at, account_name, action, subject_kind, subject_id, details)"
                        + " values (?, '系统', 'city.restore', 'city', ?, ?::jsonb)",
                Timestamp.from(now),
                city,
                JSON.writeValueAsString(details));
    }

    /** Once it is committed: the head from which the chain goes on. */
    void note(String schema, String city) {
        ChainHead restored = end(schema);
        if (restored != null) {
            HeadFile.add(heads, new CityCode(city), restored, "restore");
        }
    }
}
