package org.civitas.scoring;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Ids;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.civitas.standard.Edition;
import org.civitas.standard.ExampleEdition;
import org.civitas.territory.AreaCode;
import org.civitas.territory.AreaKind;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.territory.TerritoryLoading.NewDuty;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small city with two counties, units, sites and visits, for tests of rounds. */
final class ScoredCity {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    final Map<String, UUID> units = new HashMap<>();
    final Map<String, UUID> sites = new HashMap<>();

    private final Map<String, UUID> pictures = new HashMap<>();
    private final TerritoryLoading territory;
    private final SiteLoading register;
    private final ExampleEdition example;
    private final JdbcTemplate jdbc;
    private @Nullable Edition edition;
    private String root = "";

    ScoredCity(TerritoryLoading territory, SiteLoading register, ExampleEdition example, JdbcTemplate jdbc) {
        this.territory = territory;
        this.register = register;
        this.example = example;
        this.jdbc = jdbc;
    }

    String root() {
        return root;
    }

    /** Code of a county (1 or 2) of the city. */
    String county(int number) {
        return root + "0" + number;
    }

    Edition edition() {
        return Objects.requireNonNull(edition);
    }

    /** Areas, units (住建 for all 小区, each county's street for its place) and two 小区 in each county. */
    void build() {
        root = CurrentCity.required().rootArea();
        edition = example.putInUse();
        territory.areas(List.of(
                new NewArea(root, "测试市", AreaKind.CITY),
                new NewArea(county(1), "东区", AreaKind.DISTRICT),
                new NewArea(county(2), "西区", AreaKind.DISTRICT),
                new NewArea(county(1) + "001", "东街道", AreaKind.SUBDISTRICT),
                new NewArea(county(2) + "001", "西街道", AreaKind.SUBDISTRICT)));
        unit("住建局", UnitKind.BUREAU, root);
        unit("城管局", UnitKind.BUREAU, root);
        unit("东街道办", UnitKind.TERRITORY, county(1) + "001");
        unit("西街道办", UnitKind.TERRITORY, county(2) + "001");
        site("东一", county(1) + "001", "住建局");
        site("东二", county(1) + "001", "住建局");
        site("西一", county(2) + "001", "住建局");
        site("西二", county(2) + "001", null);
    }

    private void unit(String name, UnitKind kind, String area) {
        UUID id = Ids.next();
        units.put(name, id);
        territory.units(List.of(new Unit(id, name, name, kind, area, null, true)));
    }

    private void site(String name, String area, @Nullable String department) {
        UUID id = Ids.next();
        sites.put(name, id);
        register.sites(List.of(new Site(
                id,
                name + root,
                name,
                "小区",
                area,
                "",
                new GeoPoint(118.3, 33.9),
                department == null ? null : units.get(department),
                null,
                "",
                "",
                SiteState.ACTIVE,
                register.newToken(),
                0)));
    }

    /** A leader of a unit covers an area from the first day on. */
    void covered(UUID account, String area) {
        territory.duties(List.of(new NewDuty(
                new Duty(
                        Ids.next(),
                        DutyKind.LEADER_COVER,
                        new DutyTarget.OfArea(new AreaCode(area)),
                        Objects.requireNonNull(units.get("住建局")),
                        "某甲",
                        null,
                        account,
                        FIRST,
                        null),
                "")));
    }

    /** A visit on a day of March with what was found: item code → outcome, such as 不符合, 符合, 不适用 or a count. */
    UUID visit(String site, int day, @Nullable UUID plan, Map<String, String> found) {
        UUID visit = Ids.next();
        UUID siteId = Objects.requireNonNull(sites.get(site));
        String area = jdbc.queryForObject("select area_code from site where id = ?", String.class, siteId);
        Timestamp at = Timestamp.from(Instant.parse("2026-03-01T02:00:00Z").plusSeconds(86_400L * (day - 1)));
        UUID inspector = Ids.next();
        jdbc.update("""
                insert into visit (id, plan_id, kind, edition_id, site_id, site_name, site_type, area_code, owner_area_code,
                    inspector_id, inspector_name, started_at, ended_at, received_at, remark, content_hash)
                values (?, ?, 'COVERT', ?, ?, ?, '小区', ?, ?, ?, '督查员甲', ?, ?, ?, '', '')
                """, visit, plan, edition().id(), siteId, site, area, root, inspector, at, at, at);
        found.forEach((item, outcome) -> observe(visit, plan, siteId, site, area, inspector, at, item, outcome));
        return visit;
    }

    private void observe(
            UUID visit,
            @Nullable UUID plan,
            UUID siteId,
            String site,
            String area,
            UUID inspector,
            Timestamp at,
            String item,
            String outcome) {
        boolean counted = outcome.matches("\\d+");
        String kind = counted
                ? "COUNTED"
                : Map.of("符合", "CONFORMING", "不符合", "NONCONFORMING", "不适用", "NOT_APPLICABLE")
                        .get(outcome);
        boolean failed = outcome.equals("不符合") || counted && !outcome.equals("0");
        jdbc.update(
                """
                insert into observation (id, epoch, visit_id, plan_id, kind, edition_id, site_id, site_name, site_type,
                    area_code, owner_area_code, check_item_code, check_item_text, outcome, counted, failed,
                    faults, remark, fault_words, pictures, another_spot, observed_at, visited_at, inspector_id, inspector_name)
                values (?, 1, ?, ?, 'COVERT', ?, ?, ?, '小区', ?, ?, ?, ?, ?, ?, ?, '{}', '', ?, ?, false, ?, ?, ?, '督查员甲')
                """,
                Ids.next(),
                visit,
                plan,
                edition().id(),
                siteId,
                site,
                area,
                root,
                item,
                "检查项 " + item,
                kind,
                counted ? Integer.valueOf(outcome) : null,
                failed,
                failed ? "楼道堆物" : "",
                failed ? new UUID[] {picture(site)} : new UUID[0],
                at,
                at,
                inspector);
    }

    /** The one picture that findings at a site carry. */
    UUID picture(String site) {
        return pictures.computeIfAbsent(site, name -> Ids.next());
    }

    /** A finished plan that nobody but its makers may know of yet. */
    UUID secretPlan() {
        UUID id = Ids.next();
        jdbc.update("""
                insert into inspection_plan (id, title, kind, edition_id, first_day, last_day, area_code, owner_area_code,
                    prefer_never_drawn, state, created_by, created_by_name, created_at)
                values (?, '三月暗访', 'COVERT', ?, ?, ?, ?, ?, false, 'FINISHED', ?, '市办甲', now())
                """, id, edition().id(), FIRST, LAST, root, root, Ids.next());
        return id;
    }

    void release(UUID plan) {
        jdbc.update("update inspection_plan set released_at = now() where id = ?", plan);
    }
}
