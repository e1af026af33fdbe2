package org.civitas.platform.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of one city in the schema {@code platform}: those that name it in {@code city_code}, the city itself, and what
 * hangs on them by foreign keys. All other rows belong to everybody and stay; roles that are missing are added.
 */
final class CityRows {

    private static final Set<String> NOT_TAKEN_OVER = Set.of("session", "sign_in_challenge");

    private record Key(String table, String column, String parent, String parentColumn) {}

    private final JdbcTemplate jdbc;
    private final String ground;
    private final List<Key> keys;

    /** @param ground schema that holds the platform's rows of the backup */
    CityRows(JdbcTemplate jdbc, String ground) {
        this.jdbc = jdbc;
        this.ground = ground;
        this.keys = jdbc.query(
                """
                select c.relname, a.attname, p.relname, b.attname
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                    join pg_attribute b on b.attrelid = p.oid and b.attnum = k.confkey[1]
                where k.contype = 'f' and c.relnamespace = 'platform'::regnamespace and cardinality(k.conkey) = 1
                """, (row, n) -> new Key(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    void replace(String city) {
        List<String> order = parentsFirst();
        for (String table : order.reversed()) {
            String mine = condition(table, "platform", city);
            if (mine != null) {
                jdbc.update("delete from platform." + DatabaseDump.quoted(table) + " where " + mine);
            }
        }
        jdbc.update("insert into platform.role select * from " + ground + ".role on conflict do nothing");
        for (String table : order) {
            String mine = condition(table, ground, city);
            if (mine != null && !NOT_TAKEN_OVER.contains(table)) {
                String columns = columns(table);
                jdbc.update("insert into platform." + DatabaseDump.quoted(table) + " (" + columns + ") select "
                        + columns + " from " + ground + "." + DatabaseDump.quoted(table) + " where " + mine);
            }
        }
    }

    /** What makes a row of the table the city's, or null when the table belongs to everybody. */
    private @Nullable String condition(String table, String schema, String city) {
        if (table.equals("city")) {
            return "code = '" + city + "'";
        }
        if (has(table, "city_code")) {
            return "city_code = '" + city + "'";
        }
        for (Key key : keys) {
            if (key.table().equals(table) && !key.parent().equals(table)) {
                String parent = condition(key.parent(), schema, city);
                if (parent != null) {
                    return DatabaseDump.quoted(key.column()) + " in (select " + DatabaseDump.quoted(key.parentColumn())
                            + " from " + schema + "." + DatabaseDump.quoted(key.parent()) + " where " + parent + ")";
                }
            }
        }
        return null;
    }

    private boolean has(String table, String column) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists(select 1 from information_schema.columns
                    where table_schema = 'platform' and table_name = ? and column_name = ?)
                """, Boolean.class, table, column));
    }

    private String columns(String table) {
        return DatabaseDump.quoted(jdbc.queryForList("""
                select column_name from information_schema.columns
                where table_schema = 'platform' and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
                order by ordinal_position
                """, String.class, table));
    }

    private List<String> parentsFirst() {
        Map<String, Boolean> done = new LinkedHashMap<>();
        List<String> tables = jdbc.queryForList(
                "select tablename from pg_tables where schemaname = 'platform' order by 1", String.class);
        tables.forEach(table -> visit(table, done));
        return new ArrayList<>(done.keySet());
    }

    private void visit(String table, Map<String, Boolean> done) {
        if (done.containsKey(table)) {
            return;
        }
        keys.stream()
                .filter(key -> key.table().equals(table) && !key.parent().equals(table))
                .forEach(key -> visit(key.parent(), done));
        done.put(table, true);
    }
}
