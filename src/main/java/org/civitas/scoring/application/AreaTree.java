package org.civitas.scoring.application;

import java.util.List;
import java.util.UUID;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.AreaTally;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.ScoreLine;
import org.civitas.scoring.domain.Tally;
import org.civitas.scoring.persistence.FrozenInputs;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 得分树 — of a round, or of the same round over one area alone, computed from the frozen inputs when asked for. */
@Component
public class AreaTree {

    /** 得分树内容 — total and lines; {@code area} null is the whole round. */
    public record Tree(@Nullable String area, Tally total, List<ScoreLine> lines) {}

    private final RoundQueries queries;
    private final FrozenInputs frozen;

    AreaTree(RoundQueries queries, FrozenInputs frozen) {
        this.queries = queries;
        this.frozen = frozen;
    }

    @Transactional(readOnly = true)
    public Tree of(RoundRow round, @Nullable String area) {
        return area == null || round.areaCode().equals(area)
                ? new Tree(null, round.tally(), queries.tree(round.versionId()))
                : inArea(round.versionId(), area);
    }

    private Tree inArea(UUID versionId, String area) {
        RoundInputs inputs = frozen.read(versionId).orElseThrow(() -> new NotFound("计算结果"));
        RoundInputs within = AreaTally.within(inputs, area);
        RoundResult result = RoundScoring.compute(within);
        return new Tree(area, result.total(), ScoreLine.of(within.edition(), result));
    }
}
