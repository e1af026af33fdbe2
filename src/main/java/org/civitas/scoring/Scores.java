package org.civitas.scoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 测评得分查询 — published figures, for those who report them; all of the city of the running request, no scope applied.
 *
 * <p>Every list sums exactly; published figures never change, a correction has a new version number.
 */
public interface Scores {

    /** Published rounds over the area or over an area that holds it, the newest period first. */
    List<PublishedRound> published(String areaCode, int limit);

    /** The published version of a round. */
    Optional<PublishedRound> find(UUID roundId);

    /**
     * Who lost how much, the largest first, with a row for 无责任单位 (unit null) where there is one; sums to the loss of
     * the round.
     */
    List<UnitLoss> lossesByUnit(UUID roundId, ResponsibilityLine line);

    /** The same round computed over each area alone, in the order of codes; {@code digits} 6 for counties, 9 for streets. */
    List<AreaScore> scoresByArea(UUID roundId, int digits);
}
