package org.civitas.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * 备份清单 — what a backup holds; written last, so a folder without it is half a backup.
 *
 * @param format of the backup itself
 * @param xid transactions counted when the snapshot was taken; a database that takes the backup in must count from above
 *     it, because rows remember their transaction
 * @param missing files that the snapshot refers to and the store did not have
 */
record Manifest(
        int format,
        String program,
        Instant takenAt,
        long xid,
        List<SchemaPart> schemas,
        List<FileList> files,
        int missing) {

    static final int FORMAT = 2;

    /** From this format on the hash of the manifest lies beside it. */
    static final int SEALED = 2;

    /**
     * One schema.
     *
     * @param name {@code platform} or {@code city_321300}
     */
    record SchemaPart(
            String name, String city, List<Migration> history, List<TablePart> tables, List<SequencePart> sequences) {}

    /** A script that had been run, with Flyway's checksum of it. */
    record Migration(String script, int checksum) {}

    /** @param file relative to the backup; gzip of PostgreSQL's COPY text format; the hash is that of the file */
    record TablePart(String name, List<String> columns, long rows, String file, long bytes, String sha256) {}

    record SequencePart(String name, long last, boolean called) {}

    /** The keys of the files of one space, one a line, in a file of its own. */
    record FileList(String space, long count, long bytes, String file, String sha256) {}

    SchemaPart schema(String name) {
        return schemas.stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BackupFault("备份里没有 " + name + "。"));
    }

    List<SchemaPart> cities() {
        return schemas.stream().filter(schema -> !schema.city().isEmpty()).toList();
    }
}
