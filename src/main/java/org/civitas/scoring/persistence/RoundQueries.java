package org.civitas.scoring.persistence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.web.Cursor;
import org.civitas.scoring.domain.ScoreLine;
import org.civitas.scoring.domain.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads rounds with the version that the asker may see. */
@Repository
public class RoundQueries {

    /** A round with one of its versions; points and ratios in integers of 10⁻⁹, kinds joined by commas. */
    public record RoundRow(
            UUID id,
            String name,
            UUID editionId,
            String editionTitle,
            String areaCode,
            String areaName,
            LocalDate firstDay,
            LocalDate lastDay,
            String visitRule,
            String kinds,
            long minCoverage,
            UUID versionId,
            int number,
            String state,
            String reason,
            long got,
            long judged,
            long fullPoints,
            int sitesDrawn,
            int sitesJudged,
            int observations,
            int observationsUsed,
            @Nullable OffsetDateTime computedAt,
            @Nullable OffsetDateTime publishedAt,
            @Nullable String publishedBy,
            int revision) {

        public Tally tally() {
            return new Tally(got, judged, fullPoints);
        }
    }

    /** One version in the history of a round. */
    public record VersionRow(
            int number,
            String state,
            String reason,
            long got,
            long judged,
            long fullPoints,
            @Nullable OffsetDateTime computedAt,
            @Nullable OffsetDateTime publishedAt,
            @Nullable String publishedBy) {}

    private static final String SELECT = """
            select r.id, r.name, r.edition_id, r.edition_title, r.area_code, r.area_name, r.first_day, r.last_day,
                r.visit_rule, array_to_string(r.kinds, ',') as kinds, r.min_coverage, v.id as version_id, v.number, v.state, v.reason, v.got, v.judged,
                v.full_points, v.sites_drawn, v.sites_judged, v.observations, v.observations_used, v.computed_at,
                v.published_at, v.published_by, v.version as revision
            from scoring_round r join scoring_version v on v.round_id = r.id
            """;

    /** The version in force, or for those who make rounds the newest one. */
    private static final String VISIBLE = """
             v.number = (select max(x.number) from scoring_version x where x.round_id = r.id
                         and (x.state = 'PUBLISHED' or (:drafts and r.area_code like :scope || '%')))
            """;

    private static final String REACHED = " (r.area_code like :scope || '%' or :scope like r.area_code || '%') ";

    private final JdbcClient jdbc;

    RoundQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param drafts whether unpublished versions of rounds within the scope are shown */
    public List<RoundRow> list(String scopeArea, boolean drafts, @Nullable Cursor after, int limit) {
        return jdbc.sql(SELECT + " where " + REACHED + " and " + VISIBLE + """
                 and (:afterDay::date is null or (r.last_day, r.id) < (:afterDay::date, :afterId::uuid))
                 order by r.last_day desc, r.id desc limit :limit
                """)
                .param("scope", scopeArea)
                .param("drafts", drafts)
                .param("afterDay", after == null ? null : after.key(0))
                .param("afterId", after == null ? null : after.key(1))
                .param("limit", limit + 1)
                .query(RoundRow.class)
                .list();
    }

    public Optional<RoundRow> find(UUID id, String scopeArea, boolean drafts) {
        return jdbc.sql(SELECT + " where r.id = :id and " + REACHED + " and " + VISIBLE)
                .param("id", id)
                .param("scope", scopeArea)
                .param("drafts", drafts)
                .query(RoundRow.class)
                .optional();
    }

    /** A former version that was published once, or one that the asker may see anyway. */
    public Optional<RoundRow> findVersion(UUID id, int number, String scopeArea, boolean drafts) {
        return jdbc.sql(
                        SELECT + " where r.id = :id and v.number = :number and " + REACHED
                                + " and (v.state in ('PUBLISHED', 'SUPERSEDED') or (:drafts and r.area_code like :scope || '%'))")
                .param("id", id)
                .param("number", number)
                .param("scope", scopeArea)
                .param("drafts", drafts)
                .query(RoundRow.class)
                .optional();
    }

    /** The published round before this one, over the same area with the same edition. */
    public Optional<RoundRow> before(RoundRow round) {
        return jdbc.sql(SELECT + """
                 where v.state = 'PUBLISHED' and r.area_code = :area and r.edition_id = :edition
                   and (r.last_day, r.id) < (:lastDay, :id) order by r.last_day desc, r.id desc limit 1
                """)
                .param("area", round.areaCode())
                .param("edition", round.editionId())
                .param("lastDay", round.lastDay())
                .param("id", round.id())
                .query(RoundRow.class)
                .optional();
    }

    /** Computed rounds over exactly this area with one of the editions, as the asker sees them, the newest first. */
    public List<RoundRow> ofArea(String areaCode, List<UUID> editions, String scopeArea, boolean drafts, int limit) {
        return jdbc.sql(SELECT + " where " + REACHED + " and " + VISIBLE + """
                 and r.area_code = :area and r.edition_id = any(:editions) and v.computed_at is not null
                 order by r.last_day desc, r.id desc limit :limit
                """)
                .param("scope", scopeArea)
                .param("drafts", drafts)
                .param("area", areaCode)
                .param("editions", editions.toArray(UUID[]::new))
                .param("limit", limit)
                .query(RoundRow.class)
                .list();
    }

    public List<VersionRow> versions(UUID roundId, boolean drafts) {
        return jdbc.sql("""
                        select number, state, reason, got, judged, full_points, computed_at, published_at, published_by
                        from scoring_version
                        where round_id = :id and (:drafts or state in ('PUBLISHED', 'SUPERSEDED')) order by number desc
                        """)
                .param("id", roundId)
                .param("drafts", drafts)
                .query(VersionRow.class)
                .list();
    }

    public List<ScoreLine> tree(UUID versionId) {
        return jdbc.sql("select * from scoring_node where version_id = :id order by place")
                .param("id", versionId)
                .query((row, n) -> new ScoreLine(
                        row.getInt("place"),
                        ScoreLine.Kind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getString("parent_code"),
                        row.getString("title"),
                        row.getString("rule"),
                        new Tally(row.getLong("got"), row.getLong("judged"), row.getLong("full_points"))))
                .list();
    }
}
