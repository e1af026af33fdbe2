package org.civitas.standard.application;

import static org.civitas.standard.workbook.DecompositionSheet.CODE;
import static org.civitas.standard.workbook.DecompositionSheet.COS;
import static org.civitas.standard.workbook.DecompositionSheet.FROM;
import static org.civitas.standard.workbook.DecompositionSheet.KIND;
import static org.civitas.standard.workbook.DecompositionSheet.LEAD;
import static org.civitas.standard.workbook.DecompositionSheet.REASON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.domain.DecompositionLine;
import org.civitas.standard.domain.DecompositionLines;
import org.civitas.standard.domain.Reassignment.Outcome;
import org.civitas.standard.persistence.DecompositionTable.Way;
import org.civitas.standard.workbook.DecompositionSheet;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitFinder;
import org.jspecify.annotations.Nullable;

/** 导入任务分解 — a sheet says how it should be; rows that say what is so already change nothing. */
final class DecompositionImport implements SheetImport<DecompositionImport.Row> {

    /** 一行 — a record to add; {@code same} when nothing would change. */
    record Row(DecompositionLine line, String reason, boolean same) {}

    private final EditionContent content;
    private final DecompositionLines lines;
    private final List<Unit> units;
    private final LocalDate today;
    private final ReadDecomposition reading;
    private final RecordDecomposition recording;
    private final Map<LocalDate, DecomposedEdition> byDay = new HashMap<>();
    private @Nullable UUID change;

    DecompositionImport(
            EditionContent content,
            DecompositionLines lines,
            List<Unit> units,
            LocalDate today,
            ReadDecomposition reading,
            RecordDecomposition recording) {
        this.content = content;
        this.lines = lines;
        this.units = units;
        this.today = today;
        this.reading = reading;
        this.recording = recording;
    }

    @Override
    public SheetForm form() {
        return DecompositionSheet.FORM;
    }

    @Override
    public RowMapping<Row> mapping() {
        UnitFinder finder = new UnitFinder(units);
        return batch -> batch.rows().forEach(row -> {
            LocalDate from = row.getOr(FROM, today);
            AssignedUnits now = on(from).of(row.need(KIND)).get(row.need(CODE));
            if (now == null) {
                row.fault(
                        CODE,
                        "这套体系里没有编码为“" + row.need(CODE) + "”的" + row.need(KIND).word() + "。");
                return;
            }
            UUID lead = Optional.ofNullable(row.get(LEAD))
                    .map(words -> unit(row, LEAD, words, finder))
                    .orElse(null);
            List<UUID> cos = new ArrayList<>();
            for (String words : row.getOr(COS, List.<String>of())) {
                Optional.ofNullable(unit(row, COS, words, finder)).ifPresent(cos::add);
            }
            Outcome outcome = new Outcome(lead, cos);
            boolean same = !ChangeDecomposition.differs(now, outcome);
            if (!same) {
                check(row, now, outcome);
            }
            if (row.isGood()) {
                DecompositionLine line =
                        new DecompositionLine(row.need(KIND), row.need(CODE), 0, from, outcome.lead(), outcome.cos());
                batch.accept(row, new Row(line, row.getOr(REASON, ""), same));
            }
        });
    }

    private void check(SheetRow row, AssignedUnits now, Outcome outcome) {
        if (content.edition().state().locked() && row.getOr(REASON, "").isBlank()) {
            row.fault(REASON, "体系已经启用，责任调整要写明依据，如文件名称、文号。");
        }
        if (ChangeDecomposition.inherits(now)
                && outcome.lead() == null
                && outcome.cos().isEmpty()) {
            row.fault(LEAD, "这个检查项的单位" + now.ground().word() + "而来，不能在这里清空；请在那里去掉。");
        }
    }

    private static @Nullable UUID unit(SheetRow row, Column<?> column, String words, UnitFinder finder) {
        Optional<Unit> found = finder.find(words);
        if (found.isEmpty()) {
            row.fault(column, finder.whyNot(words));
        } else if (!found.get().active()) {
            row.fault(column, "单位“" + found.get().name() + "”已停用。");
        }
        return found.map(Unit::id).orElse(null);
    }

    private DecomposedEdition on(LocalDate day) {
        return byDay.computeIfAbsent(day, each -> reading.on(content, lines, each));
    }

    @Override
    public void write(List<Row> rows) {
        List<Row> changed = rows.stream().filter(row -> !row.same()).toList();
        if (changed.isEmpty()) {
            return;
        }
        UUID edition = content.edition().id();
        String reason = changed.stream()
                .map(Row::reason)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
        if (change == null) {
            change = recording.begin(
                    edition, Way.IMPORT, changed.getFirst().line().firstDay(), reason, "表格导入");
        }
        recording.add(
                edition, change, "表格导入", reason, changed.stream().map(Row::line).toList());
    }
}
