package org.civitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.onboarding.CityOnboarding;
import org.civitas.testing.CityTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a cluster that keeps each city on one machine needs: nothing in the catalogue reaches from one city into another. */
@CityTest
class CitiesApartTest {

    private static final String CITY_SCHEMA = "^city_[0-9]{6}$";

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeAll
    static void secondCity(@Autowired CityOnboarding onboarding) {
        onboarding.open(new CityCode("970100"), "旁边市");
    }

    private List<String> names(String sql) {
        return jdbc.queryForList(sql, String.class, CITY_SCHEMA);
    }

    @Test
    void no_foreign_key_leaves_the_schema_of_its_city() {
        String keys = """
                select n.nspname || '.' || c.conname from pg_constraint c
                join pg_class here on here.oid = c.conrelid join pg_namespace n on n.oid = here.relnamespace
                join pg_class there on there.oid = c.confrelid join pg_namespace m on m.oid = there.relnamespace
                where c.contype = 'f' and n.nspname ~ ?
                """;
        assertThat(names(keys)).isNotEmpty();
        assertThat(names(keys + " and m.oid <> n.oid")).isEmpty();
    }

    @Test
    void no_view_rule_default_or_trigger_depends_on_another_city() {
        String dependencies = """
                select n.nspname || '.' || owner.relname || ' -> ' || m.nspname || '.' || used.relname
                from (select r.oid, r.ev_class as relid, 'pg_rewrite'::regclass as class from pg_rewrite r
                      union all select d.oid, d.adrelid, 'pg_attrdef'::regclass from pg_attrdef d
                      union all select t.oid, t.tgrelid, 'pg_trigger'::regclass from pg_trigger t) thing
                join pg_class owner on owner.oid = thing.relid join pg_namespace n on n.oid = owner.relnamespace
                join pg_depend d on d.classid = thing.class and d.objid = thing.oid and d.refclassid = 'pg_class'::regclass
                join pg_class used on used.oid = d.refobjid join pg_namespace m on m.oid = used.relnamespace
                where n.nspname ~ ?
                """;
        assertThat(names(dependencies)).isNotEmpty();
        assertThat(names(dependencies + " and m.oid <> n.oid and m.nspname <> 'pg_catalog'"))
                .isEmpty();
    }

    @Test
    void no_function_names_a_city() {
        assertThat(
                        names(
                                "select p.oid::regprocedure::text from pg_proc p where p.prosrc ~ 'city_[0-9]{6}' and ?::text <> ''"))
                .isEmpty();
    }
}
