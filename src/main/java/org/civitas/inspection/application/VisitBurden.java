package org.civitas.inspection.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.persistence.Visits;
import org.civitas.inspection.persistence.Visits.VisitedSite;
import org.civitas.platform.burden.BurdenLedger;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.springframework.stereotype.Component;

/**
 * A visit is a load on those who answer for the site, whoever is sent; counted by unit, never by person.
 *
 * <p>The figures of load are open to units: a visit of an unannounced plan is written there only when the plan has ended,
 * or a unit could read from them that it was inspected.
 */
@Component
class VisitBurden {

    private final BurdenLedger ledger;
    private final Visits visits;
    private final Sites sites;

    VisitBurden(BurdenLedger ledger, Visits visits, Sites sites) {
        this.ledger = ledger;
        this.visits = visits;
        this.sites = sites;
    }

    void visited(PlanKind kind, Site site, UUID visitId) {
        if (!kind.unannounced()) {
            record(site, visitId);
        }
    }

    void ended(PlanKind kind, UUID planId) {
        if (!kind.unannounced()) {
            return;
        }
        List<VisitedSite> visited = visits.ofPlan(planId);
        Map<UUID, Site> found =
                sites.byIds(visited.stream().map(VisitedSite::siteId).distinct().toList());
        visited.stream()
                .filter(visit -> found.containsKey(visit.siteId()))
                .forEach(visit -> record(Objects.requireNonNull(found.get(visit.siteId())), visit.visitId()));
    }

    private void record(Site site, UUID visitId) {
        List<UUID> units = Stream.of(
                        Optional.ofNullable(site.departmentUnitId()), Optional.ofNullable(site.territorialUnitId()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        ledger.recordAll(BurdenLedger.Kind.VISIT, units, "督查检查", visitId);
    }
}
