package org.civitas.media.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.civitas.media.application.KeepPicture;
import org.civitas.media.application.StoredMedia;
import org.civitas.media.domain.PictureLimits;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "media")
class MediaController {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /**
     * A stored picture.
     *
     * @param placeKnown whether the camera said where; the place itself is not given out
     * @param sameAs id of an earlier upload of the same file by the same account
     * @param words what a person should know, such as 已有同一张图片
     */
    record MediaView(
            UUID id,
            int width,
            int height,
            @Nullable Instant takenAt,
            boolean placeKnown,
            @Nullable UUID sameAs,
            @Nullable String words) {

        static MediaView of(KeepPicture.Kept kept) {
            var picture = kept.picture();
            var same = kept.sameAs();
            return new MediaView(
                    picture.id(),
                    picture.width(),
                    picture.height(),
                    picture.takenAt(),
                    picture.place() != null,
                    same == null ? null : same.id(),
                    same == null ? null : "已有同一张图片（" + SHOWN.format(same.uploadedAt()) + " 上传）。");
        }
    }

    private final KeepPicture keeping;
    private final StoredMedia media;

    MediaController(KeepPicture keeping, StoredMedia media) {
        this.keeping = keeping;
        this.media = media;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "上传一张图片（JPEG 或 PNG，不超过 20 MB）；给出 id 时重复上传不会多出一张")
    @PostMapping(path = "/api/media", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    MediaView keep(
            CurrentUser user, @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable UUID id)
            throws IOException {
        if (file.getSize() > PictureLimits.MOST_BYTES) {
            throw new RuleViolation("media.too-large", "图片超过 20 MB，请缩小后上传。");
        }
        return MediaView.of(keeping.keep(user, id == null ? Ids.next() : id, file.getBytes()));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "查看图片（已去掉拍摄位置等信息）")
    @GetMapping(
            path = "/api/media/{id}",
            produces = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    ResponseEntity<byte[]> shown(CurrentUser user, @PathVariable UUID id) {
        String type = media.contentTypeFor(id, user).orElseThrow(() -> new NotFound("图片"));
        return answer(type, media.shown(id).orElseThrow(() -> new NotFound("图片")));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "查看缩略图")
    @GetMapping(path = "/api/media/{id}/thumbnail", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> thumbnail(CurrentUser user, @PathVariable UUID id) {
        byte[] small = media.contentTypeFor(id, user)
                .flatMap(type -> media.thumbnail(id))
                .orElseThrow(() -> new NotFound("图片"));
        return answer(MediaType.IMAGE_JPEG_VALUE, small);
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
