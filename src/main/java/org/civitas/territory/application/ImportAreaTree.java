package org.civitas.territory.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.jobs.BackgroundWork;
import org.civitas.platform.jobs.Work;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.AreaCode;
import org.civitas.territory.AreaKind;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.TerritoryLoading.NewArea;
import org.civitas.territory.application.AreaCatalogue.Entry;
import org.civitas.territory.domain.Extent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Fills a city's area tree from the published one, in steps that show; run again, it adds only what is missing. */
@Service
public class ImportAreaTree implements Work {

    private static final int STEP = 200;

    /** Which published tree to take. */
    public record Order(String cityCode) {}

    private final AreaCatalogue catalogue = new AreaCatalogue();
    private final TerritoryLoading loading;
    private final BackgroundWork works;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    ImportAreaTree(
            TerritoryLoading loading,
            BackgroundWork works,
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.loading = loading;
        this.works = works;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Starts the import in the background; answers the work's id. */
    @Transactional
    public UUID start(DataScope scope, String cityCode) {
        requireOwn(cityCode);
        if (!scope.administers(cityCode)) {
            throw new RuleViolation("area.import.scope", "导入全市区划要由全市范围的账号进行。");
        }
        return works.start(kind(), "导入统计区划 " + cityCode, new Order(cityCode));
    }

    @Override
    public String kind() {
        return "area.import-tree";
    }

    @Override
    public Outcome run(String data, Progress progress) {
        int added = load(json.readValue(data, Order.class).cityCode(), progress);
        return new Outcome("区划导入完成，新增 " + added + " 个。", "/territory/areas");
    }

    /** Loads the tree at once, for a city that is being set up; answers how many areas were new. */
    public int load(String cityCode, Progress progress) {
        requireOwn(cityCode);
        List<NewArea> tree =
                catalogue.treeOf(cityCode).stream().map(ImportAreaTree::area).toList();
        int added = 0;
        List<List<NewArea>> steps = steps(tree);
        for (int i = 0; i < steps.size(); i++) {
            added += step(steps.get(i), progress);
            progress.at(Math.min((i + 1) * STEP, tree.size()), tree.size(), "正在写入区划");
        }
        catalogue.extentOf(cityCode).ifPresent(extent -> markExtent(cityCode, extent));
        return added;
    }

    private int step(List<NewArea> areas, Progress progress) {
        return Objects.requireNonNull(transaction.execute(status -> {
            progress.hold();
            return loading.areas(areas);
        }));
    }

    private void markExtent(String code, Extent extent) {
        jdbc.sql("update area set west = ?, south = ?, east = ?, north = ? where code = ? and west is null")
                .params(extent.west(), extent.south(), extent.east(), extent.north(), code)
                .update();
    }

    private void requireOwn(String cityCode) {
        String own = CurrentCity.required().rootArea();
        if (!cityCode.equals(own)) {
            throw new RuleViolation("area.import.other-city", "当前城市的区划代码是 " + own + "，不能导入 " + cityCode + " 的区划。");
        }
        Optional<Entry> known = catalogue.cities().stream()
                .filter(city -> city.code().equals(cityCode))
                .findFirst();
        if (known.isEmpty()) {
            throw new RuleViolation("area.import.unknown", "统计区划目录里没有 " + cityCode + "，请手工登记区划。");
        }
    }

    private static NewArea area(Entry entry) {
        return new NewArea(entry.code(), entry.name(), AreaKind.of(new AreaCode(entry.code()), entry.name()));
    }

    private static List<List<NewArea>> steps(List<NewArea> tree) {
        List<List<NewArea>> steps = new ArrayList<>();
        for (int from = 0; from < tree.size(); from += STEP) {
            steps.add(tree.subList(from, Math.min(from + STEP, tree.size())));
        }
        return steps;
    }
}
