package org.civitas.inspection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.shared.Period;

/** 督查计划清单 — the plans that were started, for those who score or report them; not filtered by the asker. */
public interface InspectionPlans {

    /** Plans under way or finished over the area (with all below) whose period touches the given one, newest first. */
    List<PlanSummary> within(String areaCode, Period period);

    /** Drawn sites of the plans: what a round had to visit, visited or not. */
    Map<UUID, List<UUID>> drawnSites(Collection<UUID> planIds);

    /** Those of the plans that are not released: only holders of the planning permission may be told of them. */
    Set<UUID> secret(Collection<UUID> planIds);
}
