package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
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
import org.jspecify.annotations.Nullable;
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
    record TextPieceView(String kind, String text) {
        static TextPieceView of(TextPiece piece) {
            return new TextPieceView(piece.kind().name(), piece.text());
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
            List<TextPieceView> pieces) {
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
                    reworded ? d.pieces().stream().map(TextPieceView::of).toList() : List.of());
        }
    }

    /** @param after the edition of the path; @param before the one it is compared with */
    record DifferencesView(EditionView before, EditionView after, List<DifferenceView> differences) {}

    private final EditionTable editions;

    DifferenceController(EditionTable editions) {
        this.editions = editions;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "与同一套体系另一版本（不写明则为上一版）的差异：新增、删去、改写（逐字标出）、调分、移动")
    @GetMapping
    DifferencesView differences(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID against) {
        Edition after = editions.need(id);
        Edition before = other(after, against);
        return new DifferencesView(
                EditionView.of(before),
                EditionView.of(after),
                between(before, after).stream().map(DifferenceView::of).toList());
    }

    @Exports("edition-difference")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "导出两个版本的差异表")
    @GetMapping("/workbook")
    ResponseEntity<Resource> workbook(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID against) {
        Edition after = editions.need(id);
        Edition before = other(after, against);
        List<EditionDifference> differences = between(before, after);
        return XlsxAnswer.of(
                after.title() + "与第" + before.number() + "版的差异",
                out -> DifferenceWorkbook.write(before, after, differences, out));
    }

    /** The version that is named, otherwise the one before; the first version has none before it but itself. */
    private Edition other(Edition edition, @Nullable UUID against) {
        return against != null
                ? editions.need(against)
                : editions.all().stream()
                        .filter(e -> e.code().equals(edition.code()) && e.number() < edition.number())
                        .max(Comparator.comparing(Edition::number))
                        .orElse(edition);
    }

    private List<EditionDifference> between(Edition before, Edition after) {
        return EditionComparison.between(editions.content(before.id()), editions.content(after.id()));
    }
}
