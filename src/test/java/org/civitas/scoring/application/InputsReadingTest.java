package org.civitas.scoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.Observations;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.PlanSummary;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.shared.GeoPoint;
import org.civitas.shared.Period;
import org.civitas.site.Site;
import org.civitas.site.SiteState;
import org.civitas.site.Sites;
import org.civitas.standard.Decomposition;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.Editions;
import org.civitas.territory.Areas;
import org.civitas.territory.Duties;
import org.civitas.territory.Units;
import org.junit.jupiter.api.Test;

/** Which sites a round had to visit. */
class InputsReadingTest {

    private static final Period APRIL = new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
    private static final UUID EDITION = new UUID(0, 1);

    private final Editions editions = mock(Editions.class);
    private final Sites sites = mock(Sites.class);
    private final InspectionPlans plans = mock(InspectionPlans.class);
    private final InputsReading reading = new InputsReading(
            editions,
            mock(Decomposition.class),
            sites,
            mock(Observations.class),
            plans,
            mock(Duties.class),
            mock(Units.class),
            mock(Areas.class),
            new EnteredInputs());

    private static Site site(int number, String area) {
        return new Site(
                new UUID(4, number),
                "S" + number,
                "点位" + number,
                "小区",
                area,
                "",
                new GeoPoint(118, 33),
                null,
                null,
                "",
                "",
                SiteState.ACTIVE,
                "t" + number,
                0);
    }

    private static PlanSummary plan(int number, PlanKind kind, LocalDate first, LocalDate last) {
        return new PlanSummary(
                new UUID(5, number), "计划", kind, EDITION, new Period(first, last), "9501", true, true, 1, 0);
    }

    @Test
    void sitesOfAPlanOverALargerAreaCountWhereTheyLieInTheRoundAndThePlanEndedWithinIt() {
        Map<UUID, Site> register =
                List.of(site(1, "950101001"), site(2, "950102001"), site(3, "950101002"), site(4, "950101003")).stream()
                        .collect(Collectors.toMap(Site::id, Function.identity()));
        Map<UUID, List<UUID>> drawn = Map.of(
                new UUID(5, 1), List.of(new UUID(4, 1), new UUID(4, 2)),
                new UUID(5, 2), List.of(new UUID(4, 3)),
                new UUID(5, 3), List.of(new UUID(4, 4)));
        when(editions.content(EDITION))
                .thenReturn(new EditionContent(
                        new Edition(EDITION, "E", 1, "体系", "城市", "", EditionState.IN_USE, 0),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        when(plans.within("", APRIL))
                .thenReturn(List.of(
                        plan(1, PlanKind.COVERT, LocalDate.of(2026, 3, 20), LocalDate.of(2026, 4, 10)),
                        plan(2, PlanKind.COVERT, LocalDate.of(2026, 4, 20), LocalDate.of(2026, 5, 10)),
                        plan(3, PlanKind.LOOK_BACK, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 5))));
        when(plans.drawnSites(anyCollection()))
                .thenAnswer(call -> call.<Collection<UUID>>getArgument(0).stream()
                        .collect(Collectors.toMap(Function.identity(), drawn::get)));
        when(sites.byIds(any()))
                .thenAnswer(call -> call.<Collection<UUID>>getArgument(0).stream()
                        .collect(Collectors.toMap(Function.identity(), register::get)));

        var collected = reading.collect(
                new RoundSettings(EDITION, "950101", APRIL, VisitRule.LATEST, List.of("COVERT", "OPEN"), 0));

        assertThat(collected.inputs().sites()).extracting(SiteFacts::id).containsExactly(new UUID(4, 1));
    }
}
