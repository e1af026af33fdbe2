package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.standard.Edition;
import org.civitas.standard.domain.EditionComparison;
import org.civitas.standard.domain.EditionDifference;
import org.civitas.standard.domain.TextPiece;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.web.EditionViews.EditionView;
import org.civitas.standard.workbook.DifferenceWorkbook;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions/{id}/differences")
@Tag(name = "standard")
class DifferenceController {

    /** @param kind SAME, GONE or NEW */
    record PieceView(String kind, String text) {
        static PieceView of(TextPiece piece) {
            return new PieceView(piece.kind().name(), piece.text());
        }
    }

    /** @param pieces both wordings as stretches, of REWORDED only */
    record DifferenceView(
            String subject,
            String code,
            String name,
            String change,
            String changeWord,
            String field,
            String before,
            String after,
            List<PieceView> pieces) {
        static DifferenceView of(EditionDifference d) {
            boolean reworded = d.change() == EditionDifference.Change.REWORDED;
            return new DifferenceView(
                    d.subject(),
                    d.code(),
                    d.name(),
                    d.change().name(),
                    d.change().word(),
                    d.field(),
                    d.before(),
                    d.after(),
                    reworded ? d.pieces().stream().map(PieceView::of).toList() : List.of());
        }
    }

    /** @param after the edition of the path; @param before the one it is compared with */
    record DifferencesView(EditionView before, EditionView after, List<DifferenceView> differences) {}

    private final EditionTable editions;

    DifferenceController(EditionTable editions) {
        this.editions = editions;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "与同一套体系另一版本的差异：新增、删去、改写（逐字标出）、调分、移动")
    @GetMapping
    DifferencesView differences(@PathVariable UUID id, @RequestParam UUID against) {
        return new DifferencesView(
                EditionView.of(editions.need(against)),
                EditionView.of(editions.need(id)),
                between(against, id).stream().map(DifferenceView::of).toList());
    }

    @Exports("edition-difference")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "导出两个版本的差异表")
    @GetMapping("/workbook")
    ResponseEntity<Resource> workbook(@PathVariable UUID id, @RequestParam UUID against) {
        Edition before = editions.need(against);
        Edition after = editions.need(id);
        List<EditionDifference> differences = between(against, id);
        return XlsxAnswer.of(
                after.title() + "与第" + before.number() + "版的差异",
                out -> DifferenceWorkbook.write(before, after, differences, out));
    }

    private List<EditionDifference> between(UUID before, UUID after) {
        return EditionComparison.between(editions.content(before), editions.content(after));
    }
}
