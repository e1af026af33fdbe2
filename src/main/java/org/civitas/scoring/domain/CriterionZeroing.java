package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.scoring.domain.RoundResult.SiteTrace;

/**
 * 整条归零 — a condition is missing, and every requirement of its criterion is judged zero; the missing conditions carry
 * the whole loss of the criterion in equal parts.
 */
final class CriterionZeroing {

    private CriterionZeroing() {}

    /** The outcome under the missing conditions of the criterion. @param own what the requirement came to by itself */
    static RequirementOutcome apply(Requirement requirement, RequirementOutcome own, List<LossPiece> missing) {
        long full = requirement.full().nanos();
        long[] parts = Apportionment.split(full, Attribution.equal(missing.size()));
        List<LossPiece> pieces = new ArrayList<>();
        Map<UUID, Long> lossBySite = new LinkedHashMap<>();
        Map<UUID, String> types = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                LossPiece piece = missing.get(i).of(requirement, parts[i]);
                pieces.add(piece);
                LossPiece.Place place = piece.place();
                if (place != null) {
                    lossBySite.merge(place.siteId(), parts[i], Long::sum);
                    types.put(place.siteId(), place.typeCode());
                }
            }
        }
        List<SiteTrace> traces = new ArrayList<>();
        for (SiteTrace trace : own.traces()) {
            Long loss = lossBySite.remove(trace.siteId());
            traces.add(new SiteTrace(
                    trace.requirementCode(),
                    trace.siteId(),
                    trace.typeCode(),
                    trace.ratio(),
                    0,
                    loss == null ? 0 : loss));
        }
        lossBySite.forEach((site, loss) -> traces.add(
                new SiteTrace(requirement.code(), site, Objects.requireNonNull(types.get(site)), 0, 0, loss)));
        return new RequirementOutcome(new Tally(0, full, full), traces, pieces, own.missing());
    }
}
