package org.civitas.platform.xlsx;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of uploaded files that wait to be confirmed. */
@Component
class PreviewTable {

    record Stored(
            UUID id,
            String kind,
            UUID accountId,
            String fileName,
            String fileSha256,
            int rowCount,
            int goodRows,
            int faultyRows,
            boolean committed) {}

    private final JdbcClient jdbc;

    PreviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Stored preview, Instant now) {
        jdbc.sql("""
                        insert into import_preview
                            (id, kind, account_id, file_name, file_sha256, row_count, good_rows, faulty_rows, created_at)
                        values (:id, :kind, :account, :name, :sha, :rows, :good, :faulty, :now)
                        """)
                .param("id", preview.id())
                .param("kind", preview.kind())
                .param("account", preview.accountId())
                .param("name", preview.fileName())
                .param("sha", preview.fileSha256())
                .param("rows", preview.rowCount())
                .param("good", preview.goodRows())
                .param("faulty", preview.faultyRows())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Stored> find(UUID id, String kind, UUID account, boolean lock) {
        return jdbc.sql("""
                        select id, kind, account_id, file_name, file_sha256, row_count, good_rows, faulty_rows,
                               committed_at is not null as committed
                        from import_preview where id = :id and kind = :kind and account_id = :account
                        """ + (lock ? " for update" : ""))
                .param("id", id)
                .param("kind", kind)
                .param("account", account)
                .query(Stored.class)
                .optional();
    }

    void markCommitted(UUID id, ImportMode mode, Instant now) {
        jdbc.sql("update import_preview set committed_at = :now, mode = :mode where id = :id")
                .param("now", Timestamp.from(now))
                .param("mode", mode.name())
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
