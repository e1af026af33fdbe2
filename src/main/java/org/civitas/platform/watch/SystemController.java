package org.civitas.platform.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.backup.LastBackup;
import org.civitas.platform.backup.LastBackup.BackupRun;
import org.civitas.platform.database.ConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How is the system: one answer with everything, read at this moment. */
@RestController
@Tag(name = "platform")
class SystemController {

    /** @param startedAt when this node was started */
    record SystemView(
            Instant at,
            String version,
            String java,
            Instant startedAt,
            SystemFigures.DatabaseView database,
            ConnectionPool.PoolReading pool,
            SystemFigures.MemoryView memory,
            SystemFigures.DiskView disk,
            List<SystemFigures.JobView> jobs,
            SystemFigures.WorksView works,
            List<SystemFigures.FeedView> feeds,
            SystemFigures.ChainView chain,
            @Nullable BackupRun backup,
            List<SlowStatements.Slow> slow) {}

    private final SystemFigures figures;
    private final SlowStatements slow;
    private final LastBackup backups;
    private final Clock clock;

    SystemController(SystemFigures figures, SlowStatements slow, LastBackup backups, Clock clock) {
        this.backups = backups;
        this.figures = figures;
        this.slow = slow;
        this.clock = clock;
    }

    @Allow(Permission.SETTING_MANAGE)
    @Operation(summary = "系统状况：数据库、磁盘、后台任务、数据流、连接、内存、慢语句、审计链")
    @GetMapping("/api/system-status")
    SystemView status(CurrentUser user) {
        String version = SystemController.class.getPackage().getImplementationVersion();
        return new SystemView(
                clock.instant(),
                Objects.requireNonNullElse(version, "开发版"),
                Runtime.version().toString(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                figures.database(),
                figures.pool(),
                SystemFigures.memory(),
                figures.disk(),
                figures.jobs(),
                figures.works(),
                figures.feeds(),
                figures.chain(),
                backups.find().orElse(null),
                slow.slowest());
    }
}
