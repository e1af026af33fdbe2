package org.civitas.insight.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.casework.CaseBrief;
import org.civitas.casework.Cases;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.UnitsInScope;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.shared.OfficeDay;
import org.civitas.site.UnitSites;
import org.civitas.standard.Decomposition;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionState;
import org.civitas.standard.Editions;
import org.civitas.territory.Areas;
import org.civitas.territory.Duties;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyPlaces;
import org.civitas.territory.DutyTarget;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 单位责任 — what a unit answers for, put together from the modules that own it, for those who may see the unit's affairs. */
@Component
public class UnitAnswering {

    private final Units units;
    private final UnitsInScope inScope;
    private final Editions editions;
    private final Decomposition decomposition;
    private final Duties duties;
    private final DutyPlaces places;
    private final Areas areas;
    private final UnitSites sites;
    private final Cases cases;
    private final Clock clock;

    UnitAnswering(
            Units units,
            UnitsInScope inScope,
            Editions editions,
            Decomposition decomposition,
            Duties duties,
            DutyPlaces places,
            Areas areas,
            UnitSites sites,
            Cases cases,
            Clock clock) {
        this.units = units;
        this.inScope = inScope;
        this.editions = editions;
        this.decomposition = decomposition;
        this.duties = duties;
        this.places = places;
        this.areas = areas;
        this.sites = sites;
        this.cases = cases;
        this.clock = clock;
    }

    /** The unit, when it is the asker's own or lies in his data scope. */
    public Unit visible(CurrentUser user, UUID unitId) {
        return units.byId(unitId)
                .filter(unit ->
                        unitId.equals(user.unitId()) || inScope.of(user.scope()).contains(unitId))
                .orElseThrow(() -> new NotFound("单位"));
    }

    /** All units in use whose lists the asker may see, in the order of their codes. */
    public List<Unit> allVisible(CurrentUser user) {
        var scope = List.copyOf(inScope.of(user.scope()));
        return units.all().stream()
                .filter(Unit::active)
                .filter(unit -> scope.contains(unit.id()) || unit.id().equals(user.unitId()))
                .toList();
    }

    /** Who answers today in all editions in use; asked once for many units. */
    AnsweringBook book() {
        AnsweringBook book = new AnsweringBook(units.all());
        for (Edition edition : editions.all()) {
            if (edition.state() == EditionState.IN_USE) {
                book.add(editions.content(edition.id()), decomposition.on(edition.id(), today()));
            }
        }
        return book;
    }

    public List<StandardLine> standards(UUID unitId) {
        return book().lines(unitId);
    }

    public List<DutyRow> duties(UUID unitId) {
        return duties(unitId, book());
    }

    List<DutyRow> duties(UUID unitId, AnsweringBook book) {
        List<DutyRow> rows = new ArrayList<>();
        for (StandardLine line : book.lines(unitId)) {
            if (line.own()) {
                rows.add(new DutyRow(
                        line.kindWord(),
                        line.kind().equals("SITE_TYPE") ? line.name() : line.code() + " " + line.name(),
                        line.role(),
                        line.lead(),
                        line.cos(),
                        line.since(),
                        null,
                        line.edition()));
            }
        }
        List<Duty> held = duties.heldBy(unitId, null, today());
        Map<UUID, DutyPlaces.Place> sitesHeld = places.byIds(held.stream()
                .map(Duty::target)
                .filter(DutyTarget.OfSite.class::isInstance)
                .map(target -> ((DutyTarget.OfSite) target).siteId())
                .toList());
        Map<String, String> types = places.typeNames();
        for (Duty duty : held) {
            String person = duty.personName();
            rows.add(new DutyRow(
                    duty.kind().label(),
                    target(duty.target(), sitesHeld, types),
                    person == null ? "负责" : person,
                    null,
                    List.of(),
                    duty.firstDay(),
                    duty.lastDay(),
                    "责任登记"));
        }
        return rows;
    }

    private String target(DutyTarget target, Map<UUID, DutyPlaces.Place> known, Map<String, String> types) {
        return switch (target) {
            case DutyTarget.OfArea area -> areas.namePath(area.area().value());
            case DutyTarget.OfType type ->
                areas.namePath(type.area().value()) + "的" + types.getOrDefault(type.siteType(), type.siteType());
            case DutyTarget.OfSite site -> {
                DutyPlaces.Place place = known.get(site.siteId());
                yield place == null ? "（已删除的点位）" : place.name();
            }
        };
    }

    public Slice<UnitSites.Line> sites(CurrentUser user, UUID unitId, @Nullable String after, int limit) {
        return sites.page(unitId, user.scope(), after, limit);
    }

    public long siteCount(CurrentUser user, UUID unitId) {
        return user.may(Permission.SITE_READ) ? sites.count(unitId, user.scope()) : 0;
    }

    void eachSite(CurrentUser user, UUID unitId, Consumer<UnitSites.Line> receiver) {
        if (user.may(Permission.SITE_READ)) {
            sites.forEach(unitId, user.scope(), receiver);
        }
    }

    /** Null for who may not see cases at all. */
    public Cases.@Nullable UnitLoad caseLoad(CurrentUser user, UUID unitId) {
        return user.may(Permission.CASE_READ) ? cases.openOf(unitId, user, clock.instant()) : null;
    }

    void eachCase(CurrentUser user, UUID unitId, Consumer<CaseBrief> receiver) {
        if (user.may(Permission.CASE_READ)) {
            cases.forEachOpenOf(unitId, user, receiver);
        }
    }

    LocalDate today() {
        return OfficeDay.today(clock);
    }

    /** The name of the city, which stands at the head of papers. */
    String cityName() {
        return areas.root().map(root -> root.name()).orElse("");
    }
}
