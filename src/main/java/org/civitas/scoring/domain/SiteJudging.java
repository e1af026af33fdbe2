package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 点位判分 — first stage of a round: one site, one requirement. It needs no other site, so a new visit redoes only its own. */
final class SiteJudging {

    private static final Comparator<ObservationFacts> BY_ID = Comparator.comparing(ObservationFacts::id, IdOrder.BY_ID);

    private final VisitRule visitRule;

    SiteJudging(VisitRule visitRule) {
        this.visitRule = visitRule;
    }

    /** Empty when the requirement was not judged at this site, or does not apply to it. */
    Optional<SiteScore> judge(SiteFacts site, Requirement requirement, List<ObservationFacts> inTime) {
        List<Judgement> judgements = new ArrayList<>();
        for (List<ObservationFacts> reading : visitRule.readings(inTime)) {
            List<ObservationFacts> applicable = reading.stream()
                    .filter(ObservationFacts::applicable)
                    .sorted(BY_ID)
                    .toList();
            if (!applicable.isEmpty()) {
                judgements.add(requirement.rule().judge(requirement, applicable));
            }
        }
        if (judgements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (visitRule) {
                    case LATEST -> score(site, List.of(judgements.getFirst()));
                    case MEAN -> score(site, judgements);
                    case WORST -> score(site, List.of(worst(judgements)));
                });
    }

    private static Judgement worst(List<Judgement> inTime) {
        Judgement worst = inTime.getFirst();
        for (Judgement judgement : inTime) {
            worst = judgement.ratio().compareTo(worst.ratio()) <= 0 ? judgement : worst;
        }
        return worst;
    }

    private static SiteScore score(SiteFacts site, List<Judgement> counted) {
        long ratio = Fraction.mean(counted.stream().map(Judgement::ratio).toArray(Fraction[]::new))
                .rounded();
        return new SiteScore(site, ratio, counted);
    }
}
