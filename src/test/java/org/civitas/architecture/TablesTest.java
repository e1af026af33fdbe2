package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.civitas.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the tables of a city keep to, read from the catalogue. */
@CityTest
class TablesTest {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void every_table_and_column_is_explained() {
        assertThat(jdbc.queryForList("""
                        select c.relname || coalesce('.' || a.attname, '')
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname in (current_schema(), 'platform')
                        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relkind = 'r' and c.relname not in ('flyway_schema_history', 'scheduled_tasks')
                          and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)
                        order by 1
                        """, String.class)).isEmpty();
    }

    @Test
    void nothing_counts_log_ins_online_time_points_or_ranks_of_staff() {
        assertThat(jdbc.queryForList("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema in (current_schema(), 'platform')
                          and column_name ~ '(login_count|log_in|online|last_seen|last_login|check_in|staff_point|staff_rank|track)'
                        """, String.class)).isEmpty();
    }

    @Test
    void no_foreign_key_crosses_schemas() {
        assertThat(jdbc.queryForList("""
                        select conname from pg_constraint k
                        join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
                        where k.contype = 'f' and a.relnamespace <> b.relnamespace
                        """, String.class)).isEmpty();
    }
}
