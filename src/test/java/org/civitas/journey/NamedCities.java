package org.civitas.journey;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which statements of the nodes name a city's schema, from {@code pg_stat_statements}. A statement that names none can only
 * reach the city of its search path, for nothing in the catalogue leads out of it ({@code CitiesApartTest}).
 */
final class NamedCities {

    private static final Pattern SCHEMA = Pattern.compile("city_[0-9]{6}");

    /** How a city is made and chosen: the search path, and what Flyway does to the schema that it migrates. */
    private static final List<Pattern> OF_ONE_CITY = List.of(
            Pattern.compile("set search_path (to|=) \\S+"),
            Pattern.compile("create schema (if not exists )?\\S+"),
            Pattern.compile(
                    "(create table|create index|insert into|select|update|delete|lock table|alter table|comment on)\\b.*flyway_schema_history.*"));

    private final JdbcTemplate database;
    private final String role;

    /** @param role whose statements are looked at */
    NamedCities(JdbcTemplate database, String role) {
        this.database = database;
        this.role = role;
    }

    /** Every statement that was remembered, each once, its constants taken out. */
    List<String> statements() {
        return database.queryForList("""
                select distinct s.query from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname = ?
                """, String.class, role);
    }

    /** Were statements forgotten for want of room? Then nothing is proved. */
    long forgotten() {
        Long count = database.queryForObject("select dealloc from pg_stat_statements_info", Long.class);
        return count == null ? -1 : count;
    }

    /** Statements that name two cities. */
    List<String> ofTwo() {
        return statements().stream().filter(sql -> cities(sql) > 1).toList();
    }

    /** Statements that name a city although they neither make nor choose one. */
    List<String> qualified() {
        return statements().stream()
                .filter(sql -> cities(sql) > 0 && !makesOrChooses(sql))
                .toList();
    }

    private static long cities(String sql) {
        return SCHEMA.matcher(sql).results().map(MatchResult::group).distinct().count();
    }

    private static boolean makesOrChooses(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip().toLowerCase(java.util.Locale.ROOT);
        return OF_ONE_CITY.stream().anyMatch(form -> form.matcher(line).matches());
    }
}
