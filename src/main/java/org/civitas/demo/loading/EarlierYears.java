package org.civitas.demo.loading;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The inspections of earlier years, for large data sets only: the year's visits and what they found in order, told again
 * with earlier dates until there are four observations for each case. What was wrong is left out, so no case follows.
 */
final class EarlierYears {

    private static final int OBSERVATIONS_OF_A_CASE = 4;
    private static final int YEARS = 5;

    private static final String VISITS = """
            insert into visit
            select %1$s, null, null, kind, edition_id, site_id, site_name, site_type, area_code,
                owner_area_code, inspector_id, inspector_name, started_at - %2$s, ended_at - %2$s, received_at - %2$s,
                remark, content_hash
            from visit where id in (select id from told)
            """;
    private static final String OBSERVATIONS = """
            insert into observation (id, epoch, visit_id, plan_id, kind, edition_id, site_id, site_name, site_type, area_code,
                owner_area_code, check_item_code, check_item_text, outcome, grade, counted, figure, failed, faults, remark,
                fault_words, pictures, longitude, latitude, another_spot, observed_at, visited_at, inspector_id,
                inspector_name)
            select %1$s, epoch, %3$s, null, kind, edition_id, site_id,
                site_name, site_type, area_code, owner_area_code, check_item_code, check_item_text, outcome, grade, counted,
                figure, failed, faults, remark, fault_words, '{}', longitude, latitude, another_spot, observed_at - %2$s,
                visited_at - %2$s, inspector_id, inspector_name
            from observation where not failed and corrects is null and visit_id in (select id from told)
            """;

    private final JdbcTemplate jdbc;

    EarlierYears(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cases how many cases there are */
    void load(int cases) {
        jdbc.execute("create table told as select id from visit");
        long have = count("select count(*) from observation");
        long good = count("select count(*) from observation where not failed and corrects is null");
        long wanted = (long) OBSERVATIONS_OF_A_CASE * cases - have;
        for (int round = 0; good > 0 && round * good < wanted; round++) {
            String earlier = "interval '%d years %d minutes'".formatted(1 + round % YEARS, 17 * (round / YEARS));
            jdbc.update(VISITS.formatted(older("id", earlier), earlier));
            jdbc.update(OBSERVATIONS.formatted(older("id", earlier), earlier, older("visit_id", earlier)));
        }
        jdbc.execute("drop table told");
    }

    /** The same time-ordered id as if it had been drawn so much earlier: its first 48 bits are milliseconds. */
    private static String older(String id, String earlier) {
        return """
                (lpad(to_hex(('x' || lpad(translate(left(%1$s::text, 13), '-', ''), 16, '0'))::bit(64)::bigint
                    - (extract(epoch from %2$s) * 1000)::bigint), 12, '0') || substr(%1$s::text, 14))::uuid
                """.formatted(id, earlier);
    }

    private long count(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }
}
