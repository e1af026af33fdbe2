package org.civitas.demo.loading;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The indexes of the tables that a large data set fills: taken away before and built again afterwards, which is several times
 * quicker than to keep them up row by row. Those that guard keys stay.
 */
final class LaterIndexes {

    private static final String OURS = """
            select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
            from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = current_schema()::regnamespace
                and t.relname in ('case_file', 'case_step', 'case_cycle', 'case_assignment', 'case_source', 'case_picture',
                    'visit', 'observation', 'burden_entry')
                and not i.indisunique and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
            order by 1
            """;

    private final JdbcTemplate jdbc;
    private final List<String> definitions = new ArrayList<>();

    LaterIndexes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void takeAway() {
        List<String> names = new ArrayList<>();
        jdbc.query(OURS, row -> {
            names.add(row.getString("name"));
            definitions.add(row.getString("definition"));
        });
        names.forEach(name -> jdbc.execute("drop index " + name));
    }

    /** Each in a transaction of its own with room to sort. */
    void bringBack() {
        for (String definition : definitions) {
            jdbc.execute("begin; set local maintenance_work_mem = '512MB'; " + definition + "; commit");
        }
    }
}
