package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.jspecify.annotations.Nullable;

/**
 * 失分归责 — gives every lost point to the observation that carries it and to the units that answer for it.
 *
 * <p>Which department (条) is charged, the most particular first: the unit named for this very site; the unit named for
 * the check item; the lead unit of the requirement. Rules on a figure charge the lead unit first. The territorial unit (块)
 * is the one that answers for the site.
 */
final class Attribution {

    private final Map<String, Item> items;
    private final List<LossPiece> pieces = new ArrayList<>();

    Attribution(Map<String, Item> items) {
        this.items = items;
    }

    /** Splits the loss of a site over its counted visits by what each lost, then over the observations that carry it. */
    void charge(Requirement requirement, SiteScore score, long loss) {
        if (loss == 0) {
            return;
        }
        long[] byVisit = Apportionment.split(
                loss,
                score.counted().stream()
                        .mapToLong(j -> Fraction.ONE - j.ratio().rounded())
                        .toArray());
        for (int visit = 0; visit < byVisit.length; visit++) {
            Judgement judgement = score.counted().get(visit);
            long[] parts = Apportionment.split(byVisit[visit], judgement.deficits());
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] > 0) {
                    pieces.add(piece(
                            requirement, score.site(), judgement.observations().get(i), parts[i]));
                }
            }
        }
    }

    private LossPiece piece(Requirement requirement, SiteFacts site, ObservationFacts observation, long nanos) {
        return new LossPiece(
                pieces.size() + 1,
                requirement.code(),
                requirement.criterionCode(),
                observation.itemCode(),
                site.id(),
                site.typeCode(),
                site.areaCode(),
                observation.visitId(),
                observation.id(),
                department(requirement, site, observation.itemCode()),
                site.territory(),
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

    List<LossPiece> pieces() {
        return List.copyOf(pieces);
    }
}
