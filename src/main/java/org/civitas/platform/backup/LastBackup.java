package org.civitas.platform.backup;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 最近备份 — when the last backup of this installation was taken, for the administrator. */
@Component
public class LastBackup {

    /**
     * 备份记录 — one backup that came to its end.
     *
     * @param takenAt what was written until then is in it
     * @param bytes size of database and files, before what earlier backups share
     */
    public record BackupRun(Instant takenAt, Instant endedAt, long bytes, String place) {}

    private final JdbcClient jdbc;

    LastBackup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The youngest, or empty when none was ever taken. */
    public Optional<BackupRun> find() {
        return jdbc.sql(
                        "select taken_at, ended_at, bytes, place from platform.backup_run order by taken_at desc limit 1")
                .query((row, n) -> new BackupRun(
                        row.getTimestamp("taken_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        row.getLong("bytes"),
                        row.getString("place")))
                .optional();
    }
}
