package org.civitas.media.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.media.Picture;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of pictures. */
@Component
public class PictureTable {

    /** A row. */
    public record Stored(
            UUID id,
            String originalSha256,
            String shownSha256,
            @Nullable String thumbnailSha256,
            String contentType,
            long bytes,
            int width,
            int height,
            @Nullable OffsetDateTime takenAt,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable UUID accountId,
            @Nullable UUID unitId,
            String areaCode,
            OffsetDateTime uploadedAt) {

        public Picture picture() {
            GeoPoint place = longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude);
            Instant taken = takenAt == null ? null : takenAt.toInstant();
            return new Picture(id, originalSha256, width, height, taken, place, accountId, uploadedAt.toInstant());
        }
    }

    private static final String SELECT = """
            select id, original_sha256, shown_sha256, thumbnail_sha256, content_type, bytes, width, height, taken_at,
                   longitude, latitude, account_id, unit_id, area_code, uploaded_at
            from picture
            """;

    private final JdbcClient jdbc;

    PictureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Stored> byId(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Stored.class)
                .optional();
    }

    public List<Stored> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(Stored.class)
                        .list();
    }

    /** An earlier upload of the same file by the same account. */
    public Optional<Stored> sameFile(String sha256, UUID accountId, UUID butNot) {
        return jdbc.sql(SELECT + """
                         where original_sha256 = :sha and account_id = :account and id <> :not
                        order by uploaded_at limit 1
                        """)
                .param("sha", sha256)
                .param("account", accountId)
                .param("not", butNot)
                .query(Stored.class)
                .optional();
    }

    /** Adds a row; false when the id is there already. */
    public boolean add(Stored picture) {
        return jdbc.sql("""
                        insert into picture (id, original_sha256, shown_sha256, thumbnail_sha256, content_type, bytes, width,
                                             height, taken_at, longitude, latitude, account_id, unit_id, area_code, uploaded_at)
                        values (:id, :original, :shown, :thumbnail, :type, :bytes, :width,
                                :height, :taken, :longitude, :latitude, :account, :unit, :area, :uploaded)
                        on conflict (id) do nothing
                        """)
                        .param("id", picture.id())
                        .param("original", picture.originalSha256())
                        .param("shown", picture.shownSha256())
                        .param("thumbnail", picture.thumbnailSha256())
                        .param("type", picture.contentType())
                        .param("bytes", picture.bytes())
                        .param("width", picture.width())
                        .param("height", picture.height())
                        .param("taken", picture.takenAt())
                        .param("longitude", picture.longitude())
                        .param("latitude", picture.latitude())
                        .param("account", picture.accountId())
                        .param("unit", picture.unitId())
                        .param("area", picture.areaCode())
                        .param("uploaded", Timestamp.from(picture.uploadedAt().toInstant()))
                        .update()
                > 0;
    }

    public void thumbnail(UUID id, String sha256) {
        jdbc.sql("update picture set thumbnail_sha256 = :sha where id = :id")
                .param("sha", sha256)
                .param("id", id)
                .update();
    }
}
