package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.Requirement;

/** 模型展开 — the model as flat arrays: which requirement is judged at which type from which items, and which site stands where. */
final class Layout {

    /** 格 — one requirement at one site type. */
    record Cell(int requirement, double weight, SiteRatio ratio) {}

    final ForecastModel model;
    final List<Requirement> requirements;
    final Cell[][] cellsOfType;
    /** Place of the first cell of a type among all cells. */
    final int[] firstCell;
    /** For each requirement the places of its cells. */
    final int[][] cellsOfRequirement;
    /** Place of the first site of a type among all sites. */
    final int[] firstSite;
    /** Place of the first (site, cell) of a type. */
    final int[] firstLoss;

    final Cell[] cells;
    final int sites;
    final int losses;

    Layout(ForecastModel model) {
        this.model = model;
        this.requirements = model.edition().requirements();
        int types = model.types().size();
        cellsOfType = new Cell[types][];
        firstCell = new int[types];
        firstSite = new int[types];
        firstLoss = new int[types];
        List<Cell> all = new ArrayList<>();
        int site = 0;
        int loss = 0;
        for (int t = 0; t < types; t++) {
            TypeModel type = model.types().get(t);
            firstCell[t] = all.size();
            firstSite[t] = site;
            firstLoss[t] = loss;
            cellsOfType[t] = cellsOf(type);
            all.addAll(List.of(cellsOfType[t]));
            site += type.sites().size();
            loss += type.sites().size() * cellsOfType[t].length;
        }
        cells = all.toArray(Cell[]::new);
        sites = site;
        losses = loss;
        cellsOfRequirement = byRequirement();
    }

    private Cell[] cellsOf(TypeModel type) {
        Map<String, Integer> places = new HashMap<>();
        type.items().forEach(item -> places.put(item.code(), places.size()));
        List<Cell> cells = new ArrayList<>();
        for (int r = 0; r < requirements.size(); r++) {
            Requirement requirement = requirements.get(r);
            int[] own = requirement.itemCodes().stream()
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .toArray();
            long weight = requirement.typeWeights().getOrDefault(type.typeCode(), Fraction.ONE);
            if (own.length > 0 && weight > 0) {
                cells.add(new Cell(
                        r,
                        weight / (double) Fraction.ONE,
                        SiteRatio.of(requirement, type.typeCode(), type.items(), own)));
            }
        }
        return cells.toArray(Cell[]::new);
    }

    private int[][] byRequirement() {
        List<List<Integer>> places = new ArrayList<>();
        requirements.forEach(r -> places.add(new ArrayList<>()));
        for (int c = 0; c < cells.length; c++) {
            places.get(cells[c].requirement()).add(c);
        }
        return places.stream()
                .map(own -> own.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }
}
