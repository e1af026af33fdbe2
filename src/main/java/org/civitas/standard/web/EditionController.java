package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Slice;
import org.civitas.standard.Edition;
import org.civitas.standard.application.CopyEdition;
import org.civitas.standard.application.DiscardEdition;
import org.civitas.standard.application.ExampleFiles;
import org.civitas.standard.application.LoadExampleEdition;
import org.civitas.standard.application.MoveEdition;
import org.civitas.standard.domain.EditionRule;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.web.EditionViews.EditionContentView;
import org.civitas.standard.web.EditionViews.EditionFaultView;
import org.civitas.standard.web.EditionViews.EditionView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions")
@Tag(name = "standard")
class EditionController {

    /** The revision that the user saw. */
    record Seen(@NotNull(message = "缺少修改次数，请刷新页面。") Integer revision) {}

    private final EditionTable editions;
    private final LoadExampleEdition example;
    private final MoveEdition moving;
    private final CopyEdition copying;
    private final DiscardEdition discarding;

    EditionController(
            EditionTable editions,
            LoadExampleEdition example,
            MoveEdition moving,
            CopyEdition copying,
            DiscardEdition discarding) {
        this.editions = editions;
        this.example = example;
        this.moving = moving;
        this.copying = copying;
        this.discarding = discarding;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "全部测评体系，启用的在前")
    @GetMapping
    Slice<EditionView> all() {
        List<EditionView> all = editions.all().stream().map(EditionView::of).toList();
        return new Slice<>(all, null, (long) all.size());
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "一套测评体系的节点、标准和要求")
    @GetMapping("/{id}")
    EditionContentView one(@PathVariable UUID id) {
        return EditionContentView.of(editions.content(id));
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "测评体系的缺陷；没有缺陷才能启用")
    @GetMapping("/{id}/faults")
    List<EditionFaultView> faults(@PathVariable UUID id) {
        return EditionRule.check(editions.content(id)).stream()
                .map(EditionFaultView::of)
                .toList();
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "载入随产品提供的示例体系（city、county、minors），成为编制中的新版本")
    @PostMapping("/examples")
    @ResponseStatus(HttpStatus.CREATED)
    EditionView example(@RequestParam(defaultValue = ExampleFiles.CITY) String key) {
        return EditionView.of(example.load(key));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "启用并锁定")
    @PostMapping("/{id}/activations")
    EditionView activate(@PathVariable UUID id, @Valid @RequestBody Seen seen) {
        Edition edition = editions.need(id);
        EditionStep step = edition.state() == EditionStep.RESUME.from() ? EditionStep.RESUME : EditionStep.PUT_IN_USE;
        return EditionView.of(moving.move(id, step, seen.revision()));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "停用")
    @PostMapping("/{id}/retirements")
    EditionView retire(@PathVariable UUID id, @Valid @RequestBody Seen seen) {
        return EditionView.of(moving.move(id, EditionStep.RETIRE, seen.revision()));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "复制为新版本，成为编制中的草稿")
    @PostMapping("/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    EditionView copy(@PathVariable UUID id) {
        return EditionView.of(copying.copy(id));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "删除编制中的草稿")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestParam int revision) {
        discarding.discard(id, revision);
    }
}
