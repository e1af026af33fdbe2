package org.civitas.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.secrets.SecretBox;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Conflict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 联系电话 — telephone numbers of people, encrypted in the database. Everybody sees the mask; the number itself is only given by
 * {@link #open}, one at a time, with a reason, and the audit line is written in the same transaction.
 *
 * <p>Whose number it is and who may see the person is for the module to check that owns the person.
 */
@Component
public class Contacts {

    private record Row(byte[] phone) {}

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Clock clock;

    Contacts(JdbcClient jdbc, SecretBox box, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** The mask of one subject's number. */
    public Optional<String> masked(String kind, UUID subject) {
        return Optional.ofNullable(masked(kind, java.util.List.of(subject)).get(subject));
    }

    /** Masks of many; those without a number are left out. */
    public Map<UUID, String> masked(String kind, Collection<UUID> subjects) {
        return jdbc
                .sql("select subject_id, masked from contact where subject_kind = :kind and subject_id = any(:ids)")
                .param("kind", kind)
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("subject_id", UUID.class), row.getString("masked")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Stores a number, or takes it away when it is empty. */
    @Transactional
    public void put(String kind, UUID subject, @Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            jdbc.sql("delete from contact where subject_kind = :kind and subject_id = :id")
                    .param("kind", kind)
                    .param("id", subject)
                    .update();
        } else {
            store(kind, subject, checked(phone));
        }
        audit.record("contact.change", kind, subject, Map.of());
    }

    private void store(String kind, UUID subject, String phone) {
        jdbc.sql("""
                insert into contact (subject_kind, subject_id, phone, masked, changed_at)
                values (:kind, :id, :phone, :masked, :at)
                on conflict (subject_kind, subject_id) do update set phone = excluded.phone,
                    masked = excluded.masked, changed_at = excluded.changed_at
                """)
                .param("kind", kind)
                .param("id", subject)
                .param("phone", box.lock(phone.getBytes(StandardCharsets.UTF_8), place(kind, subject)))
                .param("masked", MaskedText.phone(phone))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws BadInput if it is no telephone number, a masked one above all */
    public static String checked(String phone) {
        String plain = phone.strip();
        if (!plain.matches("\\+?[0-9][0-9 -]{5,18}[0-9]")) {
            throw new BadInput("phone", "电话应为 7 到 20 位数字，可含空格和 - ，不能填带 * 的掩码。");
        }
        return plain;
    }

    /**
     * The number in full; the reason stands in the audit.
     *
     * @throws Conflict {@code contact.none} if there is none
     */
    @Transactional
    public String open(String kind, UUID subject, Opening opening) {
        byte[] locked = jdbc.sql("select phone from contact where subject_kind = :kind and subject_id = :id")
                .param("kind", kind)
                .param("id", subject)
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new Conflict("contact.none", "没有登记电话。"))
                .phone();
        audit.record(
                "contact.open", kind, subject, Map.of("reason", opening.reason().strip()));
        return new String(box.unlock(locked, place(kind, subject)), StandardCharsets.UTF_8);
    }

    private static String place(String kind, UUID subject) {
        return "contact/" + kind + "/" + subject;
    }
}
