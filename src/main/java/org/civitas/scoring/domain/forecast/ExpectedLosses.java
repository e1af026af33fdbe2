package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.scoring.ResponsibilityLine;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.forecast.ForecastResult.CriterionLoss;
import org.civitas.scoring.domain.forecast.ForecastResult.SiteLoss;
import org.civitas.scoring.domain.forecast.ForecastResult.UnitLoss;

/** 预期失分 — from the sums of the draws to the mean loss of criteria, sites and units. */
final class ExpectedLosses {

    private final Layout layout;
    private final DrawSums sums;
    private final double draws;

    ExpectedLosses(Layout layout, DrawSums sums, int draws) {
        this.layout = layout;
        this.sums = sums;
        this.draws = draws;
    }

    List<CriterionLoss> criteria() {
        Map<String, String> titles = new HashMap<>();
        layout.model.edition().nodes().forEach((Node node) -> titles.put(node.code(), node.title()));
        Map<String, Long> losses = new LinkedHashMap<>();
        Map<String, Integer> judged = new HashMap<>();
        for (int r = 0; r < layout.requirements.size(); r++) {
            String criterion = layout.requirements.get(r).criterionCode();
            if (sums.requirementJudged[r] > 0) {
                losses.merge(criterion, sums.requirementLosses[r], Long::sum);
                judged.merge(criterion, sums.requirementJudged[r], Math::max);
            }
        }
        List<CriterionLoss> rows = new ArrayList<>();
        losses.forEach((code, loss) -> rows.add(new CriterionLoss(
                code, titles.getOrDefault(code, code), mean(loss), judged.getOrDefault(code, 0) / draws)));
        rows.sort(Comparator.comparingLong(CriterionLoss::loss).reversed().thenComparing(CriterionLoss::code));
        return rows;
    }

    /** Sites of the types that the plan draws. */
    List<SiteLoss> sites() {
        List<SiteLoss> rows = new ArrayList<>();
        for (int t = 0; t < layout.cellsOfType.length; t++) {
            List<SiteModel> sites = layout.model.types().get(t).sites();
            for (int s = 0; s < sites.size(); s++) {
                int number = layout.firstSite[t] + s;
                if (sums.drawn[number] > 0) {
                    rows.add(site(sites.get(s), number, loss(t, s)));
                }
            }
        }
        rows.sort(Forecasting.WORST_FIRST);
        return rows;
    }

    private SiteLoss site(SiteModel model, int number, long loss) {
        SiteFacts site = model.site();
        return new SiteLoss(
                number,
                site.id(),
                site.code(),
                site.name(),
                site.typeCode(),
                site.areaCode(),
                site.department(),
                site.territory(),
                sums.drawn[number] / draws,
                mean(loss),
                loss / sums.drawn[number],
                Arrays.stream(model.pass()).average().orElse(1),
                model.visits());
    }

    private long loss(int type, int site) {
        int cells = layout.cellsOfType[type].length;
        long loss = 0;
        for (int c = 0; c < cells; c++) {
            loss += sums.losses[layout.firstLoss[type] + site * cells + c];
        }
        return loss;
    }

    /** Both lines, as a round charges them; each line sums to the loss of all sites. */
    List<UnitLoss> units() {
        Map<Optional<UUID>, Long> departments = new HashMap<>();
        Map<Optional<UUID>, Long> territories = new HashMap<>();
        for (int t = 0; t < layout.cellsOfType.length; t++) {
            List<SiteModel> sites = layout.model.types().get(t).sites();
            Layout.Cell[] cells = layout.cellsOfType[t];
            for (int s = 0; s < sites.size(); s++) {
                SiteFacts site = sites.get(s).site();
                for (int c = 0; c < cells.length; c++) {
                    long loss = sums.losses[layout.firstLoss[t] + s * cells.length + c];
                    Requirement requirement = layout.requirements.get(cells[c].requirement());
                    departments.merge(department(requirement, site), loss, Long::sum);
                    territories.merge(Optional.ofNullable(site.territory()), loss, Long::sum);
                }
            }
        }
        List<UnitLoss> rows = new ArrayList<>();
        add(rows, ResponsibilityLine.DEPARTMENT, departments);
        add(rows, ResponsibilityLine.TERRITORY, territories);
        return rows;
    }

    private static Optional<UUID> department(Requirement requirement, SiteFacts site) {
        if (requirement.rule().chargesLeadUnit() && requirement.leadUnit() != null) {
            return Optional.of(requirement.leadUnit());
        }
        return Optional.ofNullable(site.department() != null ? site.department() : requirement.leadUnit());
    }

    private void add(List<UnitLoss> rows, ResponsibilityLine line, Map<Optional<UUID>, Long> losses) {
        losses.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new UnitLoss(line.name(), entry.getKey().orElse(null), mean(entry.getValue())))
                .sorted(Comparator.comparingLong(UnitLoss::loss)
                        .reversed()
                        .thenComparing(row -> String.valueOf(row.unitId())))
                .forEach(rows::add);
    }

    private long mean(long sum) {
        return Math.round(sum / draws);
    }
}
