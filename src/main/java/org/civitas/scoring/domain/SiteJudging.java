package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 点位判分 — first stage of a round: one site, one requirement. It needs no other site, so a new visit redoes only its own. */
final class SiteJudging {

    private final VisitRule visitRule;

    SiteJudging(VisitRule visitRule) {
        this.visitRule = visitRule;
    }

    /** Null when the requirement was not judged at this site, or does not apply to it. */
    @Nullable
    SiteScore judge(SiteFacts site, Requirement requirement, List<ObservationFacts> inTime) {
        List<List<ObservationFacts>> readings = visitRule.readings(inTime);
        List<Judgement> judgements = new ArrayList<>(readings.size());
        for (List<ObservationFacts> reading : readings) {
            List<ObservationFacts> applicable = new ArrayList<>(reading.size());
            for (ObservationFacts observation : reading) {
                if (observation.applicable()) {
                    applicable.add(observation);
                }
            }
            if (!applicable.isEmpty()) {
                applicable.sort(ObservationFacts.BY_ID);
                Judgement judgement = requirement.rule().judge(requirement, applicable);
                if (judgement != null) {
                    judgements.add(judgement);
                }
            }
        }
        if (judgements.isEmpty()) {
            return null;
        }
        return switch (visitRule) {
            case LATEST -> score(site, List.of(judgements.getFirst()));
            case MEAN -> score(site, judgements);
            case WORST -> score(site, List.of(worst(judgements)));
        };
    }

    private static Judgement worst(List<Judgement> inTime) {
        Judgement worst = inTime.getFirst();
        for (Judgement judgement : inTime) {
            worst = judgement.ratio().compareTo(worst.ratio()) <= 0 ? judgement : worst;
        }
        return worst;
    }

    private static SiteScore score(SiteFacts site, List<Judgement> counted) {
        long ratio = counted.size() == 1
                ? counted.getFirst().ratio().rounded()
                : Fraction.mean(counted.stream().map(Judgement::ratio).toArray(Fraction[]::new))
                        .rounded();
        return new SiteScore(site, ratio, counted);
    }
}
