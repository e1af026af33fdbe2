package org.civitas.scoring.application;

import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.jobs.BackgroundWork;
import org.civitas.platform.jobs.Work;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.shared.Points;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** 后台计算 — a computation as background work: started by a person, found again by its id. */
@Service
public class RoundComputation implements Work {

    record Data(UUID roundId) {}

    private final RoundFinding finding;
    private final ComputeRound computing;
    private final BackgroundWork works;
    private final JsonMapper json;

    RoundComputation(RoundFinding finding, ComputeRound computing, BackgroundWork works, JsonMapper json) {
        this.finding = finding;
        this.computing = computing;
        this.works = works;
        this.json = json;
    }

    /** Starts it; a round that can not be computed is refused at once. */
    public UUID start(CurrentUser user, UUID roundId) {
        Round round = finding.round(user, roundId);
        finding.ready(roundId, RoundStep.COMPUTE);
        return works.start(kind(), "计算 " + round.name(), new Data(roundId));
    }

    @Override
    public String kind() {
        return "round.compute";
    }

    @Override
    public Outcome run(String data, Progress progress) {
        UUID roundId = json.readValue(data, Data.class).roundId();
        progress.at(0, 0, "正在收集点位、检查记录和责任单位");
        return outcome(computing.compute(roundId, result -> progress.end(outcome(result))));
    }

    private static Outcome outcome(RoundResult result) {
        return new Outcome(
                "已计入 " + result.coverage().sitesJudged() + " 个点位、"
                        + result.coverage().observationsUsed() + " 条检查记录，得 "
                        + new Points(result.total().got()).shown() + " 分（已测 "
                        + new Points(result.total().judged()).shown() + " 分）。",
                null);
    }
}
