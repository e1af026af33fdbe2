package org.civitas.scoring.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.civitas.scoring.domain.RoundResult.SiteTrace;

/**
 * 要求计分 — second stage: sites to site types to the points of one requirement, or entered facts to its points.
 *
 * <p>got = full · Σ wₜ·(Sₜ / nₜ) / Σ wₜ with Sₜ the integer sum of the ratios of the nₜ judged sites of type t: sums are
 * integers, and this is the one named division. What lies below (types, sites, observations) are shares of got and of the
 * loss, split by largest remainder, so that every level sums to the one above.
 */
final class RequirementScoring {

    /** Sites {@code from} to {@code to} (without it) of the list are of one type. */
    private record TypeGroup(int from, int to, long weight, long ratioSum) {
        int size() {
            return to - from;
        }
    }

    private final Attribution attribution;

    RequirementScoring(Attribution attribution) {
        this.attribution = attribution;
    }

    RequirementOutcome fromFacts(Requirement requirement, List<EnteredFact> facts) {
        MethodFacts counted = new MethodFacts(facts);
        FactJudgement judgement = counted.isEmpty() ? null : requirement.rule().judge(requirement, counted);
        if (judgement == null) {
            return RequirementOutcome.unjudged(requirement);
        }
        long full = requirement.full().nanos();
        long got = Apportionment.halfUp(
                BigInteger.valueOf(full)
                        .multiply(BigInteger.valueOf(judgement.ratio().rounded())),
                BigInteger.valueOf(Fraction.ONE));
        List<LossPiece> missing = zeroes(requirement) && judgement.ratio().compareTo(Fraction.FULL) < 0
                ? judgement.carriers().stream()
                        .map(fact -> attribution.piece(requirement, fact, 0))
                        .toList()
                : List.of();
        return new RequirementOutcome(
                new Tally(got, full, full), List.of(), attribution.charge(requirement, judgement, full - got), missing);
    }

    /** @param scores in the order of site type, then site */
    RequirementOutcome fromSites(Requirement requirement, List<SiteScore> scores) {
        List<TypeGroup> groups = groups(requirement, scores);
        long full = requirement.full().nanos();
        if (groups.isEmpty()) {
            return RequirementOutcome.unjudged(requirement);
        }
        BigInteger common =
                groups.stream().map(g -> BigInteger.valueOf(g.size())).reduce(BigInteger.ONE, Fraction::leastCommon);
        BigInteger[] gotWeights = new BigInteger[groups.size()];
        BigInteger[] lossWeights = new BigInteger[groups.size()];
        BigInteger gotSum = BigInteger.ZERO;
        BigInteger wholeSum = BigInteger.ZERO;
        for (int i = 0; i < gotWeights.length; i++) {
            TypeGroup group = groups.get(i);
            BigInteger each =
                    common.divide(BigInteger.valueOf(group.size())).multiply(BigInteger.valueOf(group.weight));
            gotWeights[i] = each.multiply(BigInteger.valueOf(group.ratioSum));
            BigInteger whole = each.multiply(BigInteger.valueOf(group.size() * Fraction.ONE));
            lossWeights[i] = whole.subtract(gotWeights[i]);
            gotSum = gotSum.add(gotWeights[i]);
            wholeSum = wholeSum.add(whole);
        }
        long got = Apportionment.halfUp(BigInteger.valueOf(full).multiply(gotSum), wholeSum);
        long[] gotByType = Apportionment.split(got, gotWeights);
        long[] lossByType = Apportionment.split(full - got, lossWeights);
        List<SiteTrace> traces = new ArrayList<>(scores.size());
        List<LossPiece> pieces = new ArrayList<>();
        for (int i = 0; i < gotByType.length; i++) {
            shareOut(requirement, scores, groups.get(i), gotByType[i], lossByType[i], traces, pieces);
        }
        return new RequirementOutcome(new Tally(got, full, full), traces, pieces, missing(requirement, scores));
    }

    private static List<TypeGroup> groups(Requirement requirement, List<SiteScore> scores) {
        List<TypeGroup> groups = new ArrayList<>();
        int from = 0;
        while (from < scores.size()) {
            String type = scores.get(from).site().typeCode();
            long sum = 0;
            int to = from;
            while (to < scores.size() && scores.get(to).site().typeCode().equals(type)) {
                sum += scores.get(to++).ratio();
            }
            if (requirement.weightOf(type) > 0) {
                groups.add(new TypeGroup(from, to, requirement.weightOf(type), sum));
            }
            from = to;
        }
        return groups;
    }

    private void shareOut(
            Requirement requirement,
            List<SiteScore> scores,
            TypeGroup group,
            long got,
            long loss,
            List<SiteTrace> traces,
            List<LossPiece> pieces) {
        long[] ratios = new long[group.size()];
        long[] lost = new long[group.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = scores.get(group.from + i).ratio();
            lost[i] = Fraction.ONE - ratios[i];
        }
        long[] gotBySite = Apportionment.split(got, ratios);
        long[] lossBySite = Apportionment.split(loss, lost);
        for (int i = 0; i < ratios.length; i++) {
            SiteScore score = scores.get(group.from + i);
            traces.add(new SiteTrace(
                    requirement.code(),
                    score.site().id(),
                    score.site().typeCode(),
                    score.ratio(),
                    gotBySite[i],
                    lossBySite[i]));
            attribution.charge(requirement, score, lossBySite[i], pieces::add);
        }
    }

    private static boolean zeroes(Requirement requirement) {
        return requirement.rule() instanceof Zeroing zeroing && zeroing.wholeCriterion();
    }

    /** The failed observations of a condition that zeroes the criterion. */
    private List<LossPiece> missing(Requirement requirement, List<SiteScore> scores) {
        if (!zeroes(requirement)) {
            return List.of();
        }
        List<LossPiece> missing = new ArrayList<>();
        for (SiteScore score : scores) {
            for (Judgement judgement : score.counted()) {
                for (ObservationFacts observation : judgement.observations()) {
                    if (observation.failed()) {
                        missing.add(attribution.piece(requirement, score.site(), observation, 0));
                    }
                }
            }
        }
        return missing;
    }
}
