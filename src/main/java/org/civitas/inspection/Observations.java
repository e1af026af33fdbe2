package org.civitas.inspection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * 观察查询 — what was observed, for those who count it.
 *
 * <p>Effective means: not replaced by a later correction. Answers of this interface are not filtered by the person who
 * asks; whoever shows them to somebody must keep unreleased plans secret ({@link InspectionPlans#secret}).
 */
public interface Observations {

    /**
     * Hands every effective observation of the query to {@code sink}, without holding them in memory, ordered by site,
     * end of visit, visit and observation id. Call it inside a transaction.
     */
    void forEachEffective(ObservationQuery query, Consumer<ObservedFact> sink);

    /** Those that exist, in the order asked for; also ones that were corrected later. */
    List<ObservedFact> byIds(Collection<UUID> ids);

    /** Which of these observations a later correction has replaced. */
    List<UUID> corrected(Collection<UUID> ids);
}
