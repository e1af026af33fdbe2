package org.civitas.scoring.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what single sites, site types and areas contributed to a version of a round. */
@Repository
public class SiteQueries {

    public record TypeRow(String typeCode, int sites, long ratioSum, long got, long loss) {}

    public record SiteRow(
            UUID siteId,
            String siteCode,
            String siteName,
            String typeCode,
            String areaCode,
            long ratio,
            long got,
            long loss) {}

    public record AreaRow(String areaCode, long got, long judged, long fullPoints, int sitesJudged) {}

    private static final String JOINED = """
             from scoring_site t join scoring_input_site s on s.version_id = t.version_id and s.site_id = t.site_id
             where t.version_id = :version and t.requirement_code = :requirement
               and (:area::text is null or s.area_code like :area || '%')
            """;

    private final JdbcClient jdbc;

    SiteQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TypeRow> types(UUID versionId, String requirementCode, @Nullable String area) {
        return jdbc.sql("select t.type_code, count(*)::int as sites, sum(t.ratio)::bigint as ratio_sum,"
                        + " sum(t.got)::bigint as got, sum(t.loss)::bigint as loss " + JOINED
                        + " group by t.type_code order by t.type_code")
                .param("version", versionId)
                .param("requirement", requirementCode)
                .param("area", area)
                .query(TypeRow.class)
                .list();
    }

    /** Sites of a requirement, the worst first; at most {@code limit}. */
    public List<SiteRow> sites(
            UUID versionId, String requirementCode, @Nullable String area, @Nullable String type, int limit) {
        return jdbc.sql("select t.site_id, s.site_code, s.site_name, t.type_code, s.area_code, t.ratio, t.got, t.loss "
                        + JOINED + " and (:type::text is null or t.type_code = :type)"
                        + " order by t.ratio, t.site_id limit :limit")
                .param("version", versionId)
                .param("requirement", requirementCode)
                .param("area", area)
                .param("type", type)
                .param("limit", limit)
                .query(SiteRow.class)
                .list();
    }

    /** Area code of a frozen site. */
    public Optional<String> areaOf(UUID versionId, UUID siteId) {
        return jdbc.sql("select area_code from scoring_input_site where version_id = :version and site_id = :site")
                .param("version", versionId)
                .param("site", siteId)
                .query(String.class)
                .optional();
    }

    /** Counties and streets within an area, in the order of their codes. */
    public List<AreaRow> areas(UUID versionId, String within, int digits) {
        return jdbc.sql("""
                        select area_code, got, judged, full_points, sites_judged from scoring_area
                        where version_id = :version and length(area_code) = :digits and area_code like :within || '%'
                        order by area_code
                        """)
                .param("version", versionId)
                .param("digits", digits)
                .param("within", within)
                .query(AreaRow.class)
                .list();
    }
}
