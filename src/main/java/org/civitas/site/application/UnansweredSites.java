package org.civitas.site.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.shared.OfficeDay;
import org.civitas.site.Site;
import org.civitas.site.persistence.SiteRows;
import org.civitas.standard.Decomposition;
import org.civitas.territory.Duties;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyLine;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * 无人负责的点位 — sites in use that lack an answer on one of the two lines: no department by register, by duty or by the
 * decomposition, or no territorial unit by register, by duty or by area.
 */
@Component
public class UnansweredSites {

    /** One site with what is missing. */
    public record UnansweredSiteView(
            UUID id,
            String code,
            String name,
            String typeCode,
            String typeName,
            String areaCode,
            String areaPath,
            boolean noDepartment,
            boolean noTerritory) {}

    private record Found(Site site, boolean noDepartment, boolean noTerritory) {}

    private static final String NO_DEPARTMENT = """
            (s.department_unit_id is null and s.id <> all(:department_sites) and s.type_code <> all(:led)
             and not exists (select 1 from unnest(:department_types::text[], :department_areas::text[]) d(type, area)
                              where (d.type = '' or s.type_code = d.type) and s.area_code like d.area || '%'))
            """;
    private static final String NO_TERRITORY = """
            (s.territorial_unit_id is null and s.id <> all(:territory_sites)
             and not exists (select 1 from unnest(:territory_types::text[], :territory_areas::text[]) d(type, area)
                              where (d.type = '' or s.type_code = d.type) and s.area_code like d.area || '%'))
            """;
    private static final String FROM = " from site s where s.state = 'ACTIVE' and " + SiteScopes.CONDITION + " and ("
            + NO_DEPARTMENT + " or " + NO_TERRITORY + ")";

    /** 已有归属 — what one line answers for already. */
    private static final class Answered {
        private final List<UUID> sites = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<String> areas = new ArrayList<>();

        void add(String type, String area) {
            types.add(type);
            areas.add(area);
        }

        void add(Duty duty) {
            switch (duty.target()) {
                case DutyTarget.OfSite site -> sites.add(site.siteId());
                case DutyTarget.OfType type -> add(type.siteType(), type.area().value());
                case DutyTarget.OfArea area -> add("", area.area().value());
            }
        }

        StatementSpec bind(StatementSpec statement, String line) {
            return statement
                    .param(line + "_sites", sites.toArray(UUID[]::new))
                    .param(line + "_types", types.toArray(String[]::new))
                    .param(line + "_areas", areas.toArray(String[]::new));
        }
    }

    private final JdbcClient jdbc;
    private final SiteScopes scopes;
    private final SiteNames names;
    private final Duties duties;
    private final Units units;
    private final Decomposition decomposition;
    private final Clock clock;

    UnansweredSites(
            JdbcClient jdbc,
            SiteScopes scopes,
            SiteNames names,
            Duties duties,
            Units units,
            Decomposition decomposition,
            Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.names = names;
        this.duties = duties;
        this.units = units;
        this.decomposition = decomposition;
        this.clock = clock;
    }

    public long count(DataScope scope) {
        return bound("select count(*)" + FROM, scope).query(Long.class).single();
    }

    /** In the order of their codes. */
    public Slice<UnansweredSiteView> page(DataScope scope, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after, 1);
        List<Found> rows = bound(
                        "select " + SiteRows.COLUMNS + ", " + NO_DEPARTMENT + " as no_department, " + NO_TERRITORY
                                + " as no_territory" + FROM + " and s.code > :after order by s.code limit :limit",
                        scope)
                .param("after", cursor == null ? "" : cursor.key(0))
                .param("limit", limit + 1)
                .query((row, n) -> new Found(
                        SiteRows.site(row, n), row.getBoolean("no_department"), row.getBoolean("no_territory")))
                .list();
        Slice<Found> slice =
                Slice.of(rows, limit, found -> Cursor.of(found.site().code()), cursor == null ? count(scope) : null);
        SiteNames.Book book = names.of(slice.items().stream().map(Found::site).toList());
        return slice.map(found -> view(found, book));
    }

    private StatementSpec bound(String sql, DataScope scope) {
        LocalDate today = OfficeDay.today(clock);
        Answered department = new Answered();
        Answered territory = new Answered();
        for (Duty duty : duties.ofUnitsOn(today)) {
            (duty.kind().line() == DutyLine.DEPARTMENT ? department : territory).add(duty);
        }
        for (Unit unit : units.all()) {
            if (unit.kind() == UnitKind.TERRITORY && unit.active()) {
                territory.add("", unit.areaCode());
            }
        }
        StatementSpec statement = scopes.of(scope)
                .bind(jdbc.sql(sql))
                .param("led", decomposition.siteTypesLed(today).toArray(String[]::new));
        return territory.bind(department.bind(statement, "department"), "territory");
    }

    private static UnansweredSiteView view(Found found, SiteNames.Book book) {
        Site site = found.site();
        return new UnansweredSiteView(
                site.id(),
                site.code(),
                site.name(),
                site.typeCode(),
                book.type(site.typeCode()),
                site.areaCode(),
                book.areaPath(site.areaCode()),
                found.noDepartment(),
                found.noTerritory());
    }
}
