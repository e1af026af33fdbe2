package org.civitas.platform.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class WorkController {

    /** A long work as its starter sees it. */
    record WorkView(
            UUID id,
            String kind,
            String title,
            String state,
            long done,
            long total,
            String message,
            @Nullable String resultUrl,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime endedAt,
            boolean cancellable) {}

    private static final String SELECT = """
            select id, kind, title, state, done, total, message, result_url, created_at, ended_at,
                   cancellable and state in ('WAITING', 'RUNNING') and not cancel_asked as cancellable
            from work where account_id = :account
            """;

    private final JdbcClient jdbc;
    private final BackgroundWork works;

    WorkController(JdbcClient jdbc, BackgroundWork works) {
        this.jdbc = jdbc;
        this.works = works;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "取消一项后台工作（只限本人发起的），取消后不留下任何内容")
    @PostMapping("/api/works/{id}/cancellations")
    WorkView cancel(CurrentUser user, @PathVariable UUID id) {
        works.cancel(id, user.accountId());
        return one(user, id);
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "一项后台工作的进度（只看本人发起的）")
    @GetMapping("/api/works/{id}")
    WorkView one(CurrentUser user, @PathVariable UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("account", user.accountId())
                .param("id", id)
                .query(WorkView.class)
                .optional()
                .orElseThrow(() -> new NotFound("后台工作"));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "本人最近发起的后台工作")
    @GetMapping("/api/works")
    List<WorkView> mine(CurrentUser user) {
        return jdbc.sql(SELECT + " order by created_at desc limit 20")
                .param("account", user.accountId())
                .query(WorkView.class)
                .list();
    }
}
