package org.civitas.scoring.persistence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds what two versions of rounds found at their sites beside each other. Ratios and points in integers of 10⁻⁹. */
@Repository
public class ComparisonQueries {

    /** 对比范围 — two versions, the requirements and the area that are compared; {@code area} null is all. */
    public record Pair(
            UUID earlier,
            UUID later,
            List<String> requirements,
            @Nullable String area) {}

    /** A site type in both versions; {@code both…} counts only sites that both judged. */
    public record TypePair(
            String requirementCode,
            String typeCode,
            int sitesBefore,
            @Nullable Long ratioBefore,
            int sitesAfter,
            @Nullable Long ratioAfter,
            int sitesBoth,
            @Nullable Long bothBefore,
            @Nullable Long bothAfter) {}

    public record SitePair(
            String requirementCode,
            UUID siteId,
            String siteName,
            String typeCode,
            String areaCode,
            long ratioBefore,
            long ratioAfter) {}

    public record ItemPair(String itemCode, long lostBefore, long lostAfter, int findingsBefore, int findingsAfter) {}

    private static final String SIDES = """
            with a as (
                select t.requirement_code, t.type_code, t.site_id, t.ratio, s.site_name, s.area_code from scoring_site t
                join scoring_input_site s on s.version_id = t.version_id and s.site_id = t.site_id
                where t.version_id = :earlier and t.requirement_code = any(:requirements)
                  and (:area::text is null or s.area_code like :area || '%')),
            b as (
                select t.requirement_code, t.type_code, t.site_id, t.ratio, s.site_name, s.area_code from scoring_site t
                join scoring_input_site s on s.version_id = t.version_id and s.site_id = t.site_id
                where t.version_id = :later and t.requirement_code = any(:requirements)
                  and (:area::text is null or s.area_code like :area || '%'))
            """;

    private final JdbcClient jdbc;

    ComparisonQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TypePair> types(Pair pair) {
        return bound(SIDES + """
                        select requirement_code, type_code,
                            count(a.site_id)::int as sites_before, round(avg(a.ratio))::bigint as ratio_before,
                            count(b.site_id)::int as sites_after, round(avg(b.ratio))::bigint as ratio_after,
                            count(*) filter (where a.site_id = b.site_id)::int as sites_both,
                            round(avg(a.ratio) filter (where b.site_id is not null))::bigint as both_before,
                            round(avg(b.ratio) filter (where a.site_id is not null))::bigint as both_after
                        from a full join b using (requirement_code, type_code, site_id)
                        group by requirement_code, type_code order by requirement_code, type_code
                        """, pair).query(TypePair.class).list();
    }

    /** Sites that both versions judged and that changed, the largest change first. */
    public List<SitePair> sites(Pair pair, int limit) {
        return bound(SIDES + """
                        select requirement_code, site_id, b.site_name, type_code, b.area_code,
                            a.ratio as ratio_before, b.ratio as ratio_after
                        from a join b using (requirement_code, type_code, site_id)
                        where a.ratio <> b.ratio
                        order by abs(a.ratio - b.ratio) desc, site_id, requirement_code limit :limit
                        """, pair)
                .param("limit", limit)
                .query(SitePair.class)
                .list();
    }

    /** What each check item lost in both versions, the largest change first. */
    public List<ItemPair> items(Pair pair) {
        return bound("""
                        select item_code,
                            coalesce(sum(points) filter (where version_id = :earlier), 0)::bigint as lost_before,
                            coalesce(sum(points) filter (where version_id = :later), 0)::bigint as lost_after,
                            count(distinct observation_id) filter (where version_id = :earlier)::int as findings_before,
                            count(distinct observation_id) filter (where version_id = :later)::int as findings_after
                        from scoring_loss
                        where version_id in (:earlier, :later) and requirement_code = any(:requirements)
                          and (:area::text is null or area_code like :area || '%')
                        group by item_code order by item_code
                        """, pair).query(ItemPair.class).list();
    }

    private JdbcClient.StatementSpec bound(String sql, Pair pair) {
        return jdbc.sql(sql)
                .param("earlier", pair.earlier())
                .param("later", pair.later())
                .param("requirements", pair.requirements().toArray(String[]::new))
                .param("area", pair.area());
    }
}
