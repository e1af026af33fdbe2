package org.civitas.standard.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.AssignedUnits.Ground;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.domain.DecompositionLine;
import org.civitas.standard.domain.DecompositionLines;
import org.civitas.standard.domain.Reassignment;
import org.civitas.standard.domain.Reassignment.Outcome;
import org.civitas.standard.persistence.DecompositionTable;
import org.civitas.standard.persistence.DecompositionTable.Change;
import org.civitas.standard.persistence.DecompositionTable.Way;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the answering units of many things of an edition at once, from a day on. */
@Service
public class ChangeDecomposition {

    /** @param seen the number of the last naming that the user saw, 0 for none */
    public record Wanted(AssignedKind kind, String code, int seen) {}

    private final EditionTable editions;
    private final DecompositionTable table;
    private final ReadDecomposition reading;
    private final RecordDecomposition recording;
    private final Units units;

    ChangeDecomposition(
            EditionTable editions,
            DecompositionTable table,
            ReadDecomposition reading,
            RecordDecomposition recording,
            Units units) {
        this.editions = editions;
        this.table = table;
        this.reading = reading;
        this.recording = recording;
        this.units = units;
    }

    /** @throws StaleVersion when one of the things was named anew since the user saw it */
    @Transactional
    public Change change(UUID editionId, List<Wanted> wanted, Reassignment how, LocalDate firstDay, String reason) {
        EditionContent content = editions.content(editionId);
        if (content.edition().state().locked() && reason.isBlank()) {
            throw new RuleViolation("decomposition.reason.missing", "体系已经启用，责任调整要写明依据，如文件名称、文号。");
        }
        if (wanted.isEmpty()) {
            throw new RuleViolation("decomposition.subjects.missing", "请至少选择一项。");
        }
        String names = activeNames(how);
        table.lock(editionId);
        DecompositionLines lines = table.lines(editionId);
        DecomposedEdition now = reading.on(content, lines, firstDay);
        List<DecompositionLine> news = new ArrayList<>();
        for (Wanted one : wanted) {
            AssignedUnits seen = now.of(one.kind()).get(one.code());
            if (seen == null) {
                throw new BadInput(
                        "subjects", "体系里没有编码为“" + one.code() + "”的" + one.kind().word() + "。");
            }
            if (lines.seen(one.kind(), one.code()) != one.seen()) {
                throw new StaleVersion();
            }
            Outcome outcome = how.apply(seen);
            if (differs(seen, outcome)) {
                mayBe(one, seen, outcome);
                news.add(new DecompositionLine(one.kind(), one.code(), 0, firstDay, outcome.lead(), outcome.cos()));
            }
        }
        if (news.isEmpty()) {
            throw new RuleViolation("decomposition.nothing", "所选各项已经是这样，没有可改的。");
        }
        String what = how.step().word() + (names.isEmpty() ? "" : "：" + names);
        UUID recorded = recording.begin(editionId, Way.BULK, firstDay, reason, what);
        recording.add(editionId, recorded, what, reason, news);
        return table.change(editionId, recorded).orElseThrow();
    }

    /** Takes back a whole change. @throws RuleViolation when part of it was changed again since */
    @Transactional
    public Change undo(UUID editionId, UUID changeId) {
        table.lock(editionId);
        Change change = table.change(editionId, changeId).orElseThrow(() -> new NotFound("任务分解改动"));
        if (change.undoneAt() != null) {
            throw new RuleViolation("decomposition.undone", "这次改动已由" + change.undoneBy() + "撤销。");
        }
        int overtaken = table.overtaken(changeId);
        if (overtaken > 0) {
            throw new RuleViolation("decomposition.overtaken", "其中 " + overtaken + " 项后来又改过，不能整次撤销；请先撤销后来的改动，或直接重新指定。");
        }
        table.undo(changeId);
        recording.undone(editionId, change);
        return table.change(editionId, changeId).orElseThrow();
    }

    static boolean differs(AssignedUnits seen, Outcome outcome) {
        return !Objects.equals(seen.lead(), outcome.lead()) || !seen.cos().equals(outcome.cos());
    }

    /** What comes from its kind or its requirement can not be taken away at the item itself. */
    private static void mayBe(Wanted one, AssignedUnits seen, Outcome outcome) {
        if (inherits(seen) && outcome.lead() == null && outcome.cos().isEmpty()) {
            throw new RuleViolation(
                    "decomposition.inherited",
                    "检查项 " + one.code() + " 的单位" + seen.ground().word() + "而来，请在那里去掉，或给它专门指定单位。");
        }
    }

    static boolean inherits(AssignedUnits seen) {
        return seen.ground() == Ground.BY_SITE_TYPE || seen.ground() == Ground.BY_REQUIREMENT;
    }

    private String activeNames(Reassignment how) {
        List<UUID> asked = Stream.concat(Stream.ofNullable(how.lead()), how.others().stream())
                .distinct()
                .toList();
        Map<UUID, Unit> known = units.byIds(asked);
        for (UUID id : asked) {
            Unit unit = known.get(id);
            if (unit == null || !unit.active() && how.step() != Reassignment.Step.REMOVE) {
                throw new RuleViolation(
                        "decomposition.unit.gone",
                        "所选单位" + (unit == null ? "不存在" : "“" + unit.name() + "”已停用") + "，请重新选择。");
            }
        }
        return asked.stream().map(known::get).map(Unit::name).limit(5).collect(Collectors.joining("、"))
                + (asked.size() > 5 ? "等 " + asked.size() + " 个单位" : "");
    }
}
