package org.civitas.platform.audit.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An audit line as it goes into the chain.
 *
 * <p>Encoding, version {@value #VERSION}: the SHA-256 of the ASCII text {@code civitas-audit-1}, the number as 8 bytes,
 * the 32 bytes of the previous hash, then id, time (whole microseconds since 1970 UTC), transaction, account id, account
 * name, action, kind of subject, subject, details (the text that PostgreSQL gives of its {@code jsonb}), trace. Each is the
 * UTF-8 of its text behind its length in 4 bytes; an absent one is the length −1. Numbers are big-endian. Before the first
 * number stands the SHA-256 of {@code civitas-audit-1 <schema of the city>}, so a chain can not pass for another city's.
 *
 * <p>The form of a version never changes; another form gets another version.
 */
record ChainedLine(
        long id,
        long atMicros,
        String xid,
        @Nullable String accountId,
        String accountName,
        String action,
        String subjectKind,
        String subjectId,
        String details,
        @Nullable String trace) {

    static final short VERSION = 1;

    /** The columns of {@code audit_line l} that {@link #read} wants. */
    static final String COLUMNS = """
            l.id, (extract(epoch from l.at) * 1000000)::bigint as at_us, l.xid::text as xid, l.account_id::text as account_id,
            l.account_name, l.action, l.subject_kind, l.subject_id, l.details::text as details, l.trace""";

    private static final byte[] MARK = "civitas-audit-1".getBytes(StandardCharsets.US_ASCII);

    static ChainedLine read(ResultSet row) throws SQLException {
        return new ChainedLine(
                row.getLong("id"),
                row.getLong("at_us"),
                row.getString("xid"),
                row.getString("account_id"),
                row.getString("account_name"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("details"),
                row.getString("trace"));
    }

    /** The hash that stands before the first line of a city. */
    static byte[] beginning(String schema) {
        return sha256().digest(("civitas-audit-1 " + schema).getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of this line at {@code number} behind {@code previous}. */
    byte[] hash(long number, byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(MARK);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        digest.update(previous);
        for (String field : fields()) {
            add(digest, field);
        }
        return digest.digest();
    }

    private @Nullable String[] fields() {
        return new @Nullable String[] {
            Long.toString(id),
            Long.toString(atMicros),
            xid,
            accountId,
            accountName,
            action,
            subjectKind,
            subjectId,
            details,
            trace
        };
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }

    /** This line's content in the place of another one. */
    ChainedLine inPlaceOf(ChainedLine other) {
        return new ChainedLine(
                other.id, atMicros, xid, accountId, accountName, action, subjectKind, subjectId, details, trace);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
