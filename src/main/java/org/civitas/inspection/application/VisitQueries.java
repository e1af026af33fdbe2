package org.civitas.inspection.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.application.ResultQueries.ResultFilter;
import org.civitas.inspection.application.ResultQueries.ResultView;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.standard.CheckItem;
import org.civitas.standard.CheckItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an inspector has sent. */
@Component
public class VisitQueries {

    public record VisitRow(
            UUID id,
            PlanKind kind,
            UUID editionId,
            UUID siteId,
            String siteName,
            String siteType,
            String areaCode,
            Instant startedAt,
            Instant endedAt,
            Instant receivedAt,
            String remark,
            int observations,
            int findings) {}

    public record VisitView(
            UUID id,
            PlanKind kind,
            String kindName,
            UUID siteId,
            String siteName,
            String siteTypeName,
            String areaName,
            Instant startedAt,
            Instant endedAt,
            Instant receivedAt,
            String remark,
            int observations,
            int findings) {}

    /** @param forms the form of judgement of each check item, for corrections */
    public record VisitPageView(VisitView visit, List<ResultView> observations, Map<String, String> forms) {}

    private static final String SELECT = """
            select v.id, v.kind, v.edition_id, v.site_id, v.site_name, v.site_type, v.area_code, v.started_at, v.ended_at, v.received_at,
                   v.remark, o.observations, o.findings
            from visit v cross join lateral (
                select count(*) as observations, count(*) filter (where failed) as findings from observation o
                where o.visit_id = v.id and not exists (select 1 from observation c where c.corrects = o.id)) o
            """;
    private static final int LATEST = 100;

    private final JdbcClient jdbc;
    private final ResultQueries results;
    private final CheckItems checkItems;
    private final Names names;

    VisitQueries(JdbcClient jdbc, ResultQueries results, CheckItems checkItems, Names names) {
        this.checkItems = checkItems;
        this.jdbc = jdbc;
        this.results = results;
        this.names = names;
    }

    /** The asker's own latest visits, newest first. */
    public List<VisitView> mine(CurrentUser user) {
        List<VisitRow> rows = jdbc.sql(
                        SELECT + " where v.inspector_id = :me order by v.ended_at desc, v.id desc limit :limit")
                .param("me", user.accountId())
                .param("limit", LATEST)
                .query(VisitRow.class)
                .list();
        return named(rows);
    }

    /** One's own visit, or one that the asker's office made. */
    public VisitPageView page(CurrentUser user, UUID visitId) {
        List<VisitRow> rows = jdbc.sql(
                        SELECT + " where v.id = :id and (v.inspector_id = :me or v.owner_area_code like :owned)")
                .param("id", visitId)
                .param("me", user.accountId())
                .param("owned", PlanAccess.ownedPattern(user))
                .query(VisitRow.class)
                .list();
        VisitView visit = named(rows).stream().findFirst().orElseThrow(() -> new NotFound("检查"));
        return new VisitPageView(
                visit,
                results.list(user, ResultFilter.ofVisit(visitId), Slice.MAX_LIMIT, null)
                        .items(),
                forms(rows.getFirst()));
    }

    private Map<String, String> forms(VisitRow visit) {
        return checkItems.forSiteType(visit.editionId(), visit.siteType()).stream()
                .collect(Collectors.toMap(CheckItem::code, item -> item.kind().name()));
    }

    private List<VisitView> named(List<VisitRow> rows) {
        Map<String, String> areas =
                names.areaPaths(rows.stream().map(VisitRow::areaCode).toList());
        Map<String, String> types = names.siteTypes();
        return rows.stream()
                .map(row -> new VisitView(
                        row.id(),
                        row.kind(),
                        row.kind().label(),
                        row.siteId(),
                        row.siteName(),
                        types.getOrDefault(row.siteType(), row.siteType()),
                        areas.getOrDefault(row.areaCode(), row.areaCode()),
                        row.startedAt(),
                        row.endedAt(),
                        row.receivedAt(),
                        row.remark(),
                        row.observations(),
                        row.findings()))
                .toList();
    }
}
