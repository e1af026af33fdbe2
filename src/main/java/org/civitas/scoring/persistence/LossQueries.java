package org.civitas.scoring.persistence;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Cursor;
import org.civitas.scoring.domain.LossPiece;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the attributed losses of a version of a round. Points in integers of 10⁻⁹. */
@Repository
public class LossQueries {

    /** What pieces are asked for; null asks for all. */
    public record Filter(
            UUID versionId,
            @Nullable String area,
            @Nullable List<UUID> units,
            @Nullable String department,
            @Nullable String territory,
            @Nullable String type,
            @Nullable String criterion,
            @Nullable String item,
            @Nullable UUID site) {

        public static Filter all(UUID versionId) {
            return new Filter(versionId, null, null, null, null, null, null, null, null);
        }

        public Filter within(@Nullable String areaCode) {
            return new Filter(versionId, areaCode, units, department, territory, type, criterion, item, site);
        }

        public Filter ofUnits(@Nullable List<UUID> own) {
            return new Filter(versionId, area, own, department, territory, type, criterion, item, site);
        }

        public Filter ofType(String typeCode) {
            return new Filter(versionId, area, units, department, territory, typeCode, criterion, item, site);
        }

        /** @param code of a criterion or a requirement */
        public Filter ofCriterion(@Nullable String code) {
            return new Filter(versionId, area, units, department, territory, type, code, item, site);
        }

        public Filter at(UUID siteId) {
            return new Filter(versionId, area, units, department, territory, type, criterion, item, siteId);
        }
    }

    public record ObservationLoss(UUID observationId, long points) {}

    /** 失分维度 — by what a loss is gathered. */
    public enum Dimension {
        DEPARTMENT("department_id::text", " and (:units::uuid[] is null or l.department_id = any(:units))"),
        TERRITORY("territory_id::text", " and (:units::uuid[] is null or l.territory_id = any(:units))"),
        COUNTY("left(area_code, 6)"),
        STREET("left(area_code, 9)"),
        SITE_TYPE("type_code"),
        CRITERION("criterion_code"),
        ITEM("item_code"),
        SITE("site_id::text");

        private final String expression;
        private final String own;

        Dimension(String expression) {
            this(expression, "");
        }

        Dimension(String expression, String own) {
            this.expression = expression;
            this.own = own;
        }
    }

    /** @param key null: nobody answers; of areas, types, items and sites: not judged at a site */
    public record LossRow(@Nullable String key, long points, int pieces, int findings, int sites) {}

    /** @param siteId null for what was not judged at a site; @param evidenceId null for an observation of an old round */
    public record PieceRow(
            int number,
            String requirementCode,
            String criterionCode,
            @Nullable String itemCode,
            @Nullable UUID siteId,
            @Nullable String siteCode,
            @Nullable String siteName,
            @Nullable String typeCode,
            @Nullable String areaCode,
            @Nullable UUID visitId,
            @Nullable UUID observationId,
            LossPiece.Evidence evidence,
            @Nullable UUID evidenceId,
            @Nullable UUID departmentId,
            @Nullable UUID territoryId,
            long points) {}

    private static final String WHERE = """
             l.version_id = :version
             and (:area::text is null or l.area_code like :area || '%')
             and (:units::uuid[] is null or l.department_id = any(:units) or l.territory_id = any(:units))
             and (:department::text is null or coalesce(l.department_id::text, 'none') = :department)
             and (:territory::text is null or coalesce(l.territory_id::text, 'none') = :territory)
             and (:type::text is null or l.type_code = :type)
             and (:criterion::text is null or l.criterion_code = :criterion or l.requirement_code = :criterion)
             and (:item::text is null or l.item_code = :item)
             and (:site::uuid is null or l.site_id = :site)
            """;

    private final JdbcClient jdbc;

    LossQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gathered by a dimension, the largest first; the rows sum to {@link #sum} of the same filter. Where only the losses
     * of some units are open, a line shows what is charged to them on that line, not who shares a finding with them.
     */
    public List<LossRow> by(Dimension dimension, Filter filter) {
        return bound(
                        "select " + dimension.expression
                                + " as key, sum(points)::bigint as points, count(*)::int as pieces,"
                                + " count(distinct coalesce(observation_id, evidence_id))::int as findings, count(distinct site_id)::int as sites"
                                + " from scoring_loss l where " + WHERE + dimension.own
                                + " group by 1 order by points desc, 1",
                        filter)
                .query(LossRow.class)
                .list();
    }

    public long sum(Filter filter) {
        return bound("select coalesce(sum(points), 0)::bigint from scoring_loss l where " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public long count(Filter filter) {
        return bound("select count(*) from scoring_loss l where " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    /** The largest first. */
    public List<PieceRow> pieces(Filter filter, @Nullable Cursor after, int limit) {
        return bound("""
                        select l.*, s.site_code, s.site_name from scoring_loss l
                        left join scoring_input_site s on s.version_id = l.version_id and s.site_id = l.site_id
                        where %s
                          and (:afterPoints::bigint is null
                               or l.points < :afterPoints or (l.points = :afterPoints and l.number > :afterNumber))
                        order by l.points desc, l.number limit :limit
                        """.formatted(WHERE), filter)
                .param("afterPoints", after == null ? null : number(after.key(0)))
                .param("afterNumber", after == null ? null : number(after.key(1)))
                .param("limit", limit + 1)
                .query(PieceRow.class)
                .list();
    }

    /** Hands over all pieces, the largest first, a part of {@code size} at a time. */
    public void forEach(Filter filter, int size, Consumer<PieceRow> receiver) {
        Cursor after = null;
        List<PieceRow> part;
        do {
            part = pieces(filter, after, size - 1);
            part.forEach(receiver);
            after = part.isEmpty()
                    ? null
                    : new Cursor(List.of(
                            String.valueOf(part.getLast().points()),
                            String.valueOf(part.getLast().number())));
        } while (part.size() == size);
    }

    /** What each finding cost, over all requirements that it serves. */
    public List<ObservationLoss> perObservation(Filter filter) {
        return bound(
                        "select observation_id, sum(points)::bigint as points from scoring_loss l where " + WHERE
                                + " and observation_id is not null group by observation_id",
                        filter)
                .query(ObservationLoss.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Filter filter) {
        List<UUID> units = filter.units();
        return jdbc.sql(sql)
                .param("version", filter.versionId())
                .param("area", filter.area())
                .param("units", units == null ? null : units.toArray(UUID[]::new))
                .param("department", filter.department())
                .param("territory", filter.territory())
                .param("type", filter.type())
                .param("criterion", filter.criterion())
                .param("item", filter.item())
                .param("site", filter.site());
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
        }
    }
}
