package org.civitas.scoring.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.scoring.application.AreaTree;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.persistence.LossQueries;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.scoring.web.RoundViews.CoveredAreaView;
import org.civitas.shared.Points;
import org.civitas.territory.Areas;
import org.civitas.territory.Duties;
import org.civitas.territory.Duty;
import org.civitas.territory.DutyTarget;
import org.springframework.stereotype.Component;

/**
 * 包联片区 — what lies in the areas that the asking leader covers. A figure about areas, not about persons: in the order
 * of codes, never sorted by loss, in no export and no bulletin.
 */
@Component
class CoveredAreas {

    private final Duties duties;
    private final Areas areas;
    private final AreaTree trees;
    private final LossQueries losses;
    private final Rounds versions;
    private final Clock clock;

    CoveredAreas(Duties duties, Areas areas, AreaTree trees, LossQueries losses, Rounds versions, Clock clock) {
        this.duties = duties;
        this.areas = areas;
        this.trees = trees;
        this.losses = losses;
        this.versions = versions;
        this.clock = clock;
    }

    List<CoveredAreaView> of(CurrentUser user, Seen seen) {
        FrozenWords words = versions.words(seen.round().versionId());
        return duties.heldBy(null, user.accountId(), LocalDate.now(clock)).stream()
                .filter(duty -> user.accountId().equals(duty.accountId()))
                .sorted(Comparator.comparing((Duty duty) -> duty.target().area().value())
                        .thenComparing(Duty::id))
                .map(duty -> view(seen, words, duty))
                .toList();
    }

    private CoveredAreaView view(Seen seen, FrozenWords words, Duty duty) {
        String code = duty.target().area().value();
        Filter whole = Filter.all(seen.round().versionId());
        Filter filter = switch (duty.target()) {
            case DutyTarget.OfArea area -> whole.within(code);
            case DutyTarget.OfSite site -> whole.at(site.siteId());
            case DutyTarget.OfType type -> whole.within(code).ofType(type.siteType());
        };
        boolean wholeArea = duty.target() instanceof DutyTarget.OfArea;
        return new CoveredAreaView(
                code,
                areas.namePath(code),
                duty.kind().label() + target(words, duty.target()),
                wholeArea ? ScoreViews.rate(trees.of(seen.round(), code).total()) : null,
                new Points(losses.sum(filter)).shown(),
                (int) losses.count(filter));
    }

    private static String target(FrozenWords words, DutyTarget target) {
        return switch (target) {
            case DutyTarget.OfArea area -> "片区";
            case DutyTarget.OfSite site -> "点位";
            case DutyTarget.OfType type -> words.types().getOrDefault(type.siteType(), type.siteType());
        };
    }
}
