package org.civitas.platform.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class AuditController {

    /** One audit line as the auditor sees it. */
    record AuditLineView(
            long id,
            OffsetDateTime at,
            String accountName,
            String action,
            String subjectKind,
            String subjectId,
            String details,
            @Nullable String trace) {}

    private final JdbcClient jdbc;

    AuditController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Allow(Permission.AUDIT_READ)
    @Operation(summary = "审计记录，新的在前")
    @GetMapping("/api/audit-lines")
    Slice<AuditLineView> lines(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int size = Slice.limit(limit);
        Cursor cursor = Cursor.read(after, 1);
        List<AuditLineView> rows = jdbc.sql("""
                        select id, at, account_name, action, subject_kind, subject_id, details::text as details, trace
                        from audit_line
                        where id < :before
                          and (cast(:kind as text) is null or subject_kind = :kind)
                          and (cast(:subject as text) is null or subject_id = :subject)
                          and (cast(:action as text) is null or action like :action || '%')
                        order by id desc limit :size
                        """)
                .param("before", cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.key(0)))
                .param("kind", subjectKind)
                .param("subject", subjectId)
                .param("action", action)
                .param("size", size + 1)
                .query(AuditLineView.class)
                .list();
        return Slice.of(rows, size, row -> Cursor.of(row.id()), null);
    }
}
