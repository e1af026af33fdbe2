package org.civitas.scoring.application;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.shared.Points;
import org.springframework.stereotype.Component;

/** 得分现状 — the last published score on the home page. */
@Component
class ScoreStanding implements WorkbenchContributor {

    private final RoundQueries rounds;

    ScoreStanding(RoundQueries rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.SCORE_READ) || user.scope() instanceof DataScope.Own) {
            return List.of();
        }
        return rounds.list(user.scope().areaCode(), false, null, 1).stream()
                .limit(1)
                .map(round -> WorkbenchItem.standing(
                        round.name() + "得分（已测 " + new Points(round.judged()).shown() + " 分）",
                        new Points(round.got()).shown(),
                        "分",
                        "/rounds/" + round.id()))
                .toList();
    }
}
