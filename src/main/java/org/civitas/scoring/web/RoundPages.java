package org.civitas.scoring.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.domain.PublicationPolicy;
import org.civitas.scoring.domain.RoundState;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.scoring.web.RoundViews.OpenView;
import org.civitas.scoring.web.RoundViews.PreviousView;
import org.civitas.scoring.web.RoundViews.RoundRowView;
import org.civitas.scoring.web.RoundViews.RoundView;
import org.civitas.scoring.web.RoundViews.ScoreView;
import org.civitas.scoring.web.RoundViews.StepsView;
import org.civitas.scoring.web.RoundViews.VersionView;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the head of a round's page. */
@Component
class RoundPages {

    private final RoundQueries queries;
    private final Rounds rounds;
    private final InspectionPlans plans;
    private final Areas areas;

    RoundPages(RoundQueries queries, Rounds rounds, InspectionPlans plans, Areas areas) {
        this.queries = queries;
        this.rounds = rounds;
        this.plans = plans;
        this.areas = areas;
    }

    static RoundRowView row(RoundRow round) {
        return new RoundRowView(
                round.id(),
                round.name(),
                round.editionTitle(),
                round.areaCode(),
                round.areaName(),
                round.firstDay(),
                round.lastDay(),
                round.number(),
                round.state(),
                RoundState.valueOf(round.state()).label(),
                ScoreViews.score(round.tally()),
                round.publishedAt());
    }

    RoundView page(CurrentUser user, Seen seen) {
        RoundRow round = seen.round();
        VisitRule rule = VisitRule.valueOf(round.visitRule());
        return new RoundView(
                round.id(),
                round.name(),
                round.editionId(),
                round.editionTitle(),
                round.areaCode(),
                round.areaName(),
                round.firstDay(),
                round.lastDay(),
                rule.name(),
                rule.label(),
                Arrays.stream(round.kinds().split(","))
                        .map(k -> PlanKind.valueOf(k).label())
                        .toList(),
                ScoreViews.percent(round.minCoverage()),
                round.number(),
                round.revision(),
                round.state(),
                RoundState.valueOf(round.state()).label(),
                round.reason(),
                ScoreViews.score(round.tally()),
                coverageWords(round),
                round.sitesDrawn(),
                round.sitesJudged(),
                round.observations(),
                round.computedAt(),
                round.publishedAt(),
                round.publishedBy(),
                previous(round),
                versions(seen),
                steps(user, seen),
                open(seen));
    }

    private static String coverageWords(RoundRow round) {
        Tally tally = round.tally();
        if (round.computedAt() == null) {
            return "尚未计算。";
        }
        String words = "实地考察共 " + new Points(tally.full()).shown() + " 分，已测 " + new Points(tally.judged()).shown()
                + " 分，覆盖 "
                + ScoreViews.percent(tally.coverage()) + "%；点位 " + round.sitesDrawn() + " 个，已测 " + round.sitesJudged()
                + " 个；检查记录 " + round.observations() + " 条，计入得分 " + round.observationsUsed() + " 条。";
        return tally.full() == tally.judged()
                ? words
                : words + "没有检查记录的要求（" + new Points(tally.full() - tally.judged()).shown() + " 分）不算零分，也不算满分。";
    }

    private @Nullable PreviousView previous(RoundRow round) {
        Optional<RoundRow> before = queries.before(round);
        return before.map(row -> {
                    ScoreView score = ScoreViews.score(row.tally());
                    return new PreviousView(
                            row.id(),
                            row.name(),
                            score,
                            ScoreViews.change(ScoreViews.rate(round.tally()), score.rate()));
                })
                .orElse(null);
    }

    private List<VersionView> versions(Seen seen) {
        return queries.versions(seen.round().id(), draftsOf(seen)).stream()
                .map(v -> new VersionView(
                        v.number(),
                        v.state(),
                        RoundState.valueOf(v.state()).label(),
                        v.reason(),
                        ScoreViews.score(new Tally(v.got(), v.judged(), v.fullPoints())),
                        v.computedAt(),
                        v.publishedAt(),
                        v.publishedBy()))
                .toList();
    }

    private StepsView steps(CurrentUser user, Seen seen) {
        RoundRow round = seen.round();
        RoundVersion newest = rounds.versions(round.id()).getFirst();
        boolean shown = newest.id().equals(round.versionId());
        boolean edits = shown && draftsOf(seen);
        boolean publishes = shown && seen.area() == null && user.may(Permission.SCORE_PUBLISH);
        boolean mayPublish = publishes && RoundStep.PUBLISH.possibleFrom(newest.state());
        return new StepsView(
                edits && RoundStep.COMPUTE.possibleFrom(newest.state()),
                mayPublish,
                mayPublish ? whyNotPublish(round, newest) : null,
                publishes && RoundStep.SUPERSEDE.possibleFrom(newest.state()),
                edits && RoundStep.DISCARD.possibleFrom(newest.state()));
    }

    private @Nullable String whyNotPublish(RoundRow round, RoundVersion newest) {
        try {
            PublicationPolicy.require(
                    newest.total(),
                    newest.coverage(),
                    round.minCoverage(),
                    plans.secret(newest.planIds()).size());
            return null;
        } catch (RuleViolation why) {
            return why.getMessage();
        }
    }

    private OpenView open(Seen seen) {
        String area = seen.area();
        return new OpenView(
                area == null && seen.units() == null,
                area,
                area == null ? null : areas.byCode(area).map(a -> a.name()).orElse(area),
                seen.units() != null);
    }

    /** Unpublished versions are shown only to those who see the whole round and may make rounds. */
    private static boolean draftsOf(Seen seen) {
        return seen.drafts() && seen.area() == null && seen.units() == null;
    }
}
