package org.civitas.standard.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.civitas.standard.DecompositionLoading;
import org.civitas.standard.domain.DecompositionLine;
import org.civitas.standard.domain.Reassignment.Outcome;
import org.civitas.standard.persistence.DecompositionTable;
import org.civitas.standard.persistence.DecompositionTable.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes records of a change with its audit line; who calls has checked what they say. */
@Component
class RecordDecomposition implements DecompositionLoading {

    private final DecompositionTable table;
    private final AuditTrail audit;

    RecordDecomposition(DecompositionTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
    }

    UUID begin(UUID edition, Way way, LocalDate firstDay, String reason, String what) {
        UUID change = Ids.next();
        table.begin(change, edition, way, firstDay, reason, what);
        return change;
    }

    void add(UUID edition, UUID change, String what, String reason, List<DecompositionLine> lines) {
        table.add(edition, change, lines);
        audit.record(
                "decomposition.change",
                "edition",
                edition,
                Map.of(
                        "change",
                        change,
                        "what",
                        what,
                        "reason",
                        reason,
                        "firstDay",
                        lines.getFirst().firstDay().toString(),
                        "subjects",
                        lines.size(),
                        "first",
                        lines.stream()
                                .limit(20)
                                .map(line -> line.kind().word() + " " + line.code())
                                .toList()));
    }

    /** Gives a copied edition the answering units of the one it was copied from. */
    void copy(UUID from, UUID to, LocalDate day, String title) {
        UUID change = begin(to, Way.COPY, day, "复制自 " + title, "沿用原体系的任务分解");
        table.copy(from, to, change);
        audit.record("decomposition.change", "edition", to, Map.of("change", change, "copiedFrom", from));
    }

    void undone(UUID edition, DecompositionTable.Change change) {
        audit.record(
                "decomposition.undo",
                "edition",
                edition,
                Map.of("change", change.id(), "what", change.what(), "subjects", change.subjects()));
    }

    @Override
    @Transactional
    public void assign(UUID edition, LocalDate firstDay, String reason, List<Naming> namings) {
        table.lock(edition);
        UUID change = begin(edition, Way.LOAD, firstDay, reason, "载入任务分解");
        List<DecompositionLine> lines = namings.stream()
                .map(naming -> {
                    Outcome units = new Outcome(naming.lead(), naming.cos());
                    return new DecompositionLine(naming.kind(), naming.code(), 0, firstDay, units.lead(), units.cos());
                })
                .toList();
        add(edition, change, "载入任务分解", reason, lines);
    }
}
