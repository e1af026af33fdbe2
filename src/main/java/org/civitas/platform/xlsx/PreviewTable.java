package org.civitas.platform.xlsx;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of uploaded files that wait to be confirmed. */
@Component
class PreviewTable {

    /** @param outcome what the preview shows, as JSON; null while a large file is being checked */
    record Stored(
            UUID id,
            String kind,
            UUID accountId,
            String fileName,
            String fileSha256,
            int rowCount,
            int goodRows,
            int faultyRows,
            boolean committed,
            @Nullable UUID workId,
            @Nullable String outcome,
            OffsetDateTime createdAt) {}

    private static final String SELECT = """
            select id, kind, account_id, file_name, file_sha256, row_count, good_rows, faulty_rows,
                   committed_at is not null as committed, work_id, outcome::text as outcome, created_at
            from import_preview
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PreviewTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID id, String kind, UUID account, String fileName, String sha256, long size, Instant now) {
        jdbc.sql("""
                        insert into import_preview (id, kind, account_id, file_name, file_sha256, file_size, row_count,
                            good_rows, faulty_rows, created_at)
                        values (:id, :kind, :account, :name, :sha, :size, 0, 0, 0, :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("account", account)
                .param("name", fileName)
                .param("sha", sha256)
                .param("size", size)
                .param("now", Timestamp.from(now))
                .update();
    }

    void checked(UUID id, int rows, int good, int faulty, ImportTally.Shown shown) {
        jdbc.sql("""
                        update import_preview set row_count = :rows, good_rows = :good, faulty_rows = :faulty,
                            outcome = cast(:outcome as jsonb)
                        where id = :id
                        """)
                .param("rows", rows)
                .param("good", good)
                .param("faulty", faulty)
                .param("outcome", json.writeValueAsString(shown))
                .param("id", id)
                .update();
    }

    ImportTally.Shown shown(String outcome) {
        return json.readValue(outcome, ImportTally.Shown.class);
    }

    void working(UUID id, UUID work) {
        jdbc.sql("update import_preview set work_id = :work where id = :id")
                .param("work", work)
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from import_preview where id = :id").param("id", id).update();
    }

    /** @param lock nobody else may confirm it before the transaction ends; who tries is told that it is busy */
    Optional<Stored> find(UUID id, String kind, UUID account, boolean lock) {
        return jdbc.sql(SELECT + "where id = :id and kind = :kind and account_id = :account"
                        + (lock ? " for update nowait" : ""))
                .param("id", id)
                .param("kind", kind)
                .param("account", account)
                .query(Stored.class)
                .optional();
    }

    Optional<Stored> find(UUID id, UUID account) {
        return jdbc.sql(SELECT + "where id = :id and account_id = :account")
                .param("id", id)
                .param("account", account)
                .query(Stored.class)
                .optional();
    }

    List<Stored> latest(UUID account, int limit) {
        return jdbc.sql(SELECT + "where account_id = :account order by created_at desc limit :limit")
                .param("account", account)
                .param("limit", limit)
                .query(Stored.class)
                .list();
    }

    void markCommitted(UUID id, ImportMode mode, int good, int faulty, Instant now) {
        jdbc.sql("""
                        update import_preview set committed_at = :now, mode = :mode, good_rows = :good, faulty_rows = :faulty
                        where id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("mode", mode.name())
                .param("good", good)
                .param("faulty", faulty)
                .param("id", id)
                .update();
    }

    /** Forgets what is older than the moment and answers the files that nobody needs any more. */
    List<String> forgetBefore(Instant moment) {
        return jdbc.sql("""
                        with gone as (delete from import_preview where created_at < :moment returning file_sha256)
                        select distinct file_sha256 from gone
                        where not exists (select 1 from import_preview p
                                          where p.file_sha256 = gone.file_sha256 and p.created_at >= :moment)
                        """)
                .param("moment", Timestamp.from(moment))
                .query(String.class)
                .list();
    }
}
