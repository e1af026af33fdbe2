package org.civitas.platform.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.AuditLines.AuditLineView;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Only the auditor reads the trail; reading it changes nothing, taking it away is a line itself. Nothing is ever deleted. */
@RestController
@Tag(name = "platform")
class AuditController {

    private static final int MOST_EXPORTED = 200_000;

    private static final List<ExportColumn<AuditLineView>> COLUMNS = List.of(
            ExportColumn.number("链上序号", AuditLineView::number),
            ExportColumn.<AuditLineView>time("时间", line -> line.at().toInstant()),
            ExportColumn.text("谁", AuditLineView::accountName),
            ExportColumn.<AuditLineView>text("动作", AuditLineView::action).wide(24),
            ExportColumn.<AuditLineView>text("对象类别", AuditLineView::subjectKind).wide(18),
            ExportColumn.<AuditLineView>text("对象标识", AuditLineView::subjectId).wide(38),
            ExportColumn.<AuditLineView>text("内容", AuditLineView::details).wide(60),
            ExportColumn.<AuditLineView>text("请求编号", AuditLineView::trace).wide(16),
            ExportColumn.<AuditLineView>text("校验值", AuditLineView::hash).wide(66));

    /** The conditions of a search, as parameters of the address. */
    record AuditQuery(
            @Nullable String person,
            @Nullable UUID accountId,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable LocalDate atFrom,
            @Nullable LocalDate atTo,
            @Nullable String words,
            @Nullable String trace) {

        AuditFilter filter() {
            return new AuditFilter(person, accountId, action, subjectKind, subjectId, atFrom, atTo, words, trace);
        }
    }

    private final AuditLines lines;

    AuditController(AuditLines lines) {
        this.lines = lines;
    }

    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "审计记录，新的在前，可按人员、动作、对象、时间、文字、请求编号查找")
    @GetMapping("/api/audit-lines")
    Slice<AuditLineView> lines(
            CurrentUser user,
            @ModelAttribute AuditQuery query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return lines.page(query.filter(), Slice.limit(limit), Cursor.read(after, 2));
    }

    @Exports("audit-lines")
    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "导出查到的审计记录（xlsx，一次不超过 20 万条）")
    @GetMapping("/api/audit-lines/export")
    ResponseEntity<Resource> export(CurrentUser user, @ModelAttribute AuditQuery query) {
        AuditFilter filter = query.filter();
        if (lines.count(filter, MOST_EXPORTED) > MOST_EXPORTED) {
            throw new RuleViolation("audit.export-size", "查到的记录超过 20 万条，请缩小时间范围后分次导出。");
        }
        return XlsxAnswer.of("审计记录", out -> {
            try (var sheet = SheetWriter.open(out, "审计记录", COLUMNS)) {
                lines.each(filter, MOST_EXPORTED, sheet::add);
            }
        });
    }
}
