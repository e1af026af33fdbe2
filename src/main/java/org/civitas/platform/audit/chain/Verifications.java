package org.civitas.platform.audit.chain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.jobs.BackgroundWork;
import org.civitas.platform.jobs.Work;
import org.civitas.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Checks of the chain: asked for by the auditor, done in the background, kept. */
@Component
class Verifications implements Work {

    private static final String KIND = "audit.verify";

    /** A check as the auditor sees it; without a report it is not done. */
    record ChainCheckView(
            UUID id,
            OffsetDateTime askedAt,
            String accountName,
            int heads,
            @Nullable OffsetDateTime endedAt,
            @Nullable ChainReport report) {}

    /** Which check, and the heads that it compares with. */
    record Task(UUID id, List<ChainHead> heads) {}

    /** A check that was begun and the work that shows how far it is. */
    record Begun(UUID id, UUID workId) {}

    private final BackgroundWork works;
    private final ChainHeads heads;
    private final SealLines sealing;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    Verifications(
            BackgroundWork works,
            ChainHeads heads,
            SealLines sealing,
            JdbcTemplate jdbc,
            JdbcClient client,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.works = works;
        this.heads = heads;
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.client = client;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Begins a check against the heads kept on this node and those that are given. */
    @Transactional
    public Begun begin(List<ChainHead> given) {
        List<ChainHead> all = new ArrayList<>(heads.kept());
        all.addAll(given);
        UUID id = Ids.next();
        client.sql("""
                        insert into audit_verification (id, asked_at, account_name, heads) values (:id, :at, :name, :heads)
                        """)
                .param("id", id)
                .param("at", Timestamp.from(clock.instant()))
                .param("name", AuditTrail.actorName())
                .param("heads", all.size())
                .update();
        audit.record(KIND, "audit", id, Map.of("heads", all.size(), "given", given.size()));
        return new Begun(id, works.start(KIND, "审计链校验", new Task(id, all)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String data, Progress progress) {
        Task task = json.readValue(data, Task.class);
        sealing.all();
        var check = new CheckChain(jdbc);
        long size = check.size();
        ChainReport report = check.check(task.heads(), at -> progress.at(at, size, "正在校验第 " + at + " 号"));
        jdbc.update(
                "update audit_verification set ended_at = ?, report = ?::jsonb where id = ?",
                Timestamp.from(clock.instant()),
                json.writeValueAsString(report),
                task.id());
        return new Outcome(
                report.sound()
                        ? "校验通过，共 " + report.checked() + " 条。"
                                + (report.headsBeforeRestore() == 0 ? "" : "有一段链已因恢复备份不在库中，请核实。")
                        : "校验未通过：" + report.faults().getFirst().words(),
                null);
    }

    List<ChainCheckView> latest() {
        return client.sql(SELECT + " order by asked_at desc limit 20")
                .query(this::view)
                .list();
    }

    Optional<ChainCheckView> one(UUID id) {
        return client.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::view)
                .optional();
    }

    private static final String SELECT =
            "select id, asked_at, account_name, heads, ended_at, report::text as report from audit_verification";

    private ChainCheckView view(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        String report = row.getString("report");
        return new ChainCheckView(
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getString("account_name"),
                row.getInt("heads"),
                row.getObject("ended_at", OffsetDateTime.class),
                report == null ? null : json.readValue(report, ChainReport.class));
    }
}
