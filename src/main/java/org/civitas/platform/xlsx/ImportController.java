package org.civitas.platform.xlsx;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Finds imports again whose page was left: one's own of the last day. */
@RestController
@Tag(name = "platform")
class ImportController {

    /** One of the asker's latest uploads. */
    record ImportPreviewLine(
            UUID previewId,
            String kind,
            String fileName,
            int rows,
            boolean checked,
            boolean committed,
            @Nullable UUID workId,
            OffsetDateTime createdAt) {}

    private final ImportPreviews previews;

    ImportController(ImportPreviews previews) {
        this.previews = previews;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "本人一天内上传的导入表格，新的在前，最多 20 个")
    @GetMapping("/api/import-previews")
    List<ImportPreviewLine> latest(CurrentUser user) {
        return previews.latest(user).stream()
                .map(each -> new ImportPreviewLine(
                        each.id(),
                        each.kind(),
                        each.fileName(),
                        each.rowCount(),
                        each.outcome() != null,
                        each.committed(),
                        each.workId(),
                        each.createdAt()))
                .toList();
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "一次导入的检查结果（只看本人上传的）")
    @GetMapping("/api/import-previews/{id}")
    ImportPreview one(CurrentUser user, @PathVariable UUID id) {
        return previews.preview(user, id);
    }
}
