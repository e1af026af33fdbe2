package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.scoring.domain.LossPiece.Evidence;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.jspecify.annotations.Nullable;

/**
 * 失分归责 — gives every lost point to the record that carries it and to the units that answer for it.
 *
 * <p>Which department (条) is charged for an observation, the most particular first: the unit named for this very site;
 * the unit named for the check item; the lead unit of the requirement. Rules on a figure charge the lead unit first. The
 * territorial unit (块) is the one that answers for the site. What was not judged at a site is charged to the lead unit.
 */
final class Attribution {

    private static final int UNNUMBERED = 0;

    private final Map<String, Item> items;

    Attribution(Map<String, Item> items) {
        this.items = items;
    }

    /** Splits the loss of a site over its counted visits by what each lost, then over the observations that carry it. */
    void charge(Requirement requirement, SiteScore score, long loss, Consumer<LossPiece> pieces) {
        if (loss == 0) {
            return;
        }
        List<Judgement> counted = score.counted();
        if (counted.size() == 1) {
            charge(requirement, score.site(), counted.getFirst(), loss, pieces);
            return;
        }
        long[] byVisit = Apportionment.split(
                loss,
                counted.stream()
                        .mapToLong(j -> Fraction.ONE - j.ratio().rounded())
                        .toArray());
        for (int visit = 0; visit < byVisit.length; visit++) {
            charge(requirement, score.site(), counted.get(visit), byVisit[visit], pieces);
        }
    }

    private void charge(
            Requirement requirement, SiteFacts site, Judgement judgement, long loss, Consumer<LossPiece> pieces) {
        long[] parts = Apportionment.split(loss, judgement.deficits());
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                pieces.accept(piece(requirement, site, judgement.observations().get(i), parts[i]));
            }
        }
    }

    /** One piece for each carrier, in equal parts. */
    List<LossPiece> charge(Requirement requirement, FactJudgement judgement, long loss) {
        List<LossPiece> pieces = new ArrayList<>();
        if (loss > 0) {
            List<? extends EnteredFact> carriers = judgement.carriers();
            long[] parts = Apportionment.split(loss, equal(carriers.size()));
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] > 0) {
                    pieces.add(piece(requirement, carriers.get(i), parts[i]));
                }
            }
        }
        return pieces;
    }

    LossPiece piece(Requirement requirement, EnteredFact fact, long nanos) {
        return new LossPiece(
                UNNUMBERED,
                requirement.code(),
                requirement.criterionCode(),
                null,
                Evidence.of(fact),
                fact.id(),
                requirement.leadUnit(),
                null,
                nanos);
    }

    LossPiece piece(Requirement requirement, SiteFacts site, ObservationFacts observation, long nanos) {
        return new LossPiece(
                UNNUMBERED,
                requirement.code(),
                requirement.criterionCode(),
                new LossPiece.Place(
                        observation.itemCode(), site.id(), site.typeCode(), site.areaCode(), observation.visitId()),
                Evidence.OBSERVATION,
                observation.id(),
                department(requirement, site, observation.itemCode()),
                site.territory(),
                nanos);
    }

    static LossPiece piece(Requirement requirement, VetoEvent event, long nanos) {
        return new LossPiece(
                UNNUMBERED,
                requirement.code(),
                requirement.criterionCode(),
                null,
                Evidence.EVENT,
                event.id(),
                event.department() != null ? event.department() : requirement.leadUnit(),
                event.territory(),
                nanos);
    }

    private @Nullable UUID department(Requirement requirement, SiteFacts site, String itemCode) {
        if (requirement.rule().chargesLeadUnit() && requirement.leadUnit() != null) {
            return requirement.leadUnit();
        }
        if (site.department() != null) {
            return site.department();
        }
        Item item = items.get(itemCode);
        return item != null && item.unit() != null ? item.unit() : requirement.leadUnit();
    }

    static long[] equal(int size) {
        long[] ones = new long[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
