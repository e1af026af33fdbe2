package org.civitas.media.application;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.media.Picture;
import org.civitas.media.domain.PictureLimits;
import org.civitas.media.domain.PictureType;
import org.civitas.media.persistence.PictureTable;
import org.civitas.media.persistence.PictureTable.Stored;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.Conflict;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in a picture that a person uploads: checked, decoded, kept as it came and as others will see it. */
@Service
public class KeepPicture {

    /** 已收图片 — what was kept; {@code sameAs} is an earlier upload of the same file by the same account. */
    public record Kept(Picture picture, @Nullable Picture sameAs) {}

    private final PictureTable table;
    private final PictureFiles files;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionOperations transaction;

    KeepPicture(
            PictureTable table, PictureFiles files, AuditTrail audit, Clock clock, TransactionOperations transaction) {
        this.table = table;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Keeps the file under the id; a second time with the same id answers what was kept the first time. */
    public Kept keep(CurrentUser user, UUID id, byte[] file) {
        if (file.length > PictureLimits.MOST_BYTES) {
            throw new RuleViolation("media.too-large", "图片超过 20 MB，请缩小后上传。");
        }
        PictureType type = PictureType.of(file);
        PictureWorkshop.size(file, type);
        String original = files.put(file);
        Optional<Stored> before = table.byId(id);
        if (before.isPresent()) {
            return again(user, before.get(), original);
        }
        CameraFacts camera = CameraFacts.of(file);
        PictureWorkshop.Copies copies = PictureWorkshop.copies(file, type, camera.orientation());
        Stored stored = new Stored(
                id,
                original,
                files.put(copies.shown().jpeg()),
                files.put(copies.thumbnail().jpeg()),
                PictureType.JPEG.contentType(),
                file.length,
                copies.shown().width(),
                copies.shown().height(),
                camera.takenAt() == null ? null : camera.takenAt().atOffset(ZoneOffset.UTC),
                camera.place() == null ? null : camera.place().longitude(),
                camera.place() == null ? null : camera.place().latitude(),
                user.accountId(),
                user.unitId(),
                user.scope().areaCode(),
                OffsetDateTime.now(clock));
        boolean added = Boolean.TRUE.equals(transaction.execute(status -> add(stored)));
        return added ? kept(user, stored) : again(user, table.byId(id).orElseThrow(), original);
    }

    private boolean add(Stored stored) {
        boolean added = table.add(stored);
        if (added) {
            audit.record("media.keep", "picture", stored.id(), Map.of("sha256", stored.originalSha256()));
        }
        return added;
    }

    private Kept again(CurrentUser user, Stored before, String original) {
        if (!before.originalSha256().equals(original) || !user.accountId().equals(before.accountId())) {
            throw new Conflict("media.id-taken", "这个图片编号已用于另一张图片，请重新选择图片上传。");
        }
        return kept(user, before);
    }

    private Kept kept(CurrentUser user, Stored stored) {
        Picture same = table.sameFile(stored.originalSha256(), user.accountId(), stored.id())
                .map(Stored::picture)
                .orElse(null);
        return new Kept(stored.picture(), same);
    }
}
