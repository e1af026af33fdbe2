package org.civitas.media.application;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.media.Media;
import org.civitas.media.MediaVisibility;
import org.civitas.media.Picture;
import org.civitas.media.Pictures;
import org.civitas.media.domain.PictureType;
import org.civitas.media.persistence.PictureTable;
import org.civitas.media.persistence.PictureTable.Stored;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.RuleViolation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The pictures that are stored: their facts, their files, and who may see them. */
@Service
public class StoredMedia implements Media, Pictures {

    private final PictureTable table;
    private final PictureFiles files;
    private final Clock clock;
    private final ObjectProvider<MediaVisibility> visibility;

    StoredMedia(PictureTable table, PictureFiles files, Clock clock, ObjectProvider<MediaVisibility> visibility) {
        this.table = table;
        this.files = files;
        this.clock = clock;
        this.visibility = visibility;
    }

    @Override
    public Optional<byte[]> shown(UUID id) {
        return table.byId(id).flatMap(stored -> files.read(stored.shownSha256()));
    }

    @Override
    public Optional<byte[]> thumbnail(UUID id) {
        return table.byId(id).flatMap(this::thumbnail);
    }

    private Optional<byte[]> thumbnail(Stored stored) {
        if (stored.thumbnailSha256() != null) {
            return files.read(stored.thumbnailSha256());
        }
        return files.read(stored.shownSha256()).map(bytes -> {
            byte[] made =
                    PictureWorkshop.thumbnail(bytes, PictureType.of(bytes)).jpeg();
            table.thumbnail(stored.id(), files.put(made));
            return made;
        });
    }

    @Override
    public Picture keepDrawn(UUID id, byte[] jpegOrPng, String areaCode) {
        PictureType type = PictureType.of(jpegOrPng);
        int[] size = PictureWorkshop.size(jpegOrPng, type);
        String sha256 = files.put(jpegOrPng);
        table.add(new Stored(
                id,
                sha256,
                sha256,
                null,
                type.contentType(),
                jpegOrPng.length,
                size[0],
                size[1],
                null,
                null,
                null,
                null,
                null,
                areaCode,
                OffsetDateTime.now(clock)));
        return table.byId(id).orElseThrow().picture();
    }

    @Override
    public Map<UUID, Picture> facts(Collection<UUID> ids) {
        return table.byIds(ids).stream()
                .map(Stored::picture)
                .collect(Collectors.toMap(Picture::id, Function.identity()));
    }

    @Override
    public List<Picture> attachable(CurrentUser user, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Picture> found = facts(ids);
        for (int i = 0; i < ids.size(); i++) {
            Picture picture = found.get(ids.get(i));
            if (picture == null || !mayBeSeen(picture, user)) {
                throw new RuleViolation("media.unknown", "第 " + (i + 1) + " 张图片没有上传成功，请重新上传。");
            }
        }
        return ids.stream().map(found::get).toList();
    }

    /** Content type of what {@link #shown} answers, for those who may see the picture. */
    public Optional<String> contentTypeFor(UUID id, CurrentUser user) {
        return table.byId(id)
                .filter(stored -> mayBeSeen(stored.picture(), user))
                .map(Stored::contentType);
    }

    private boolean mayBeSeen(Picture picture, CurrentUser user) {
        return user.city().equals(CurrentCity.required())
                && (user.accountId().equals(picture.uploadedBy())
                        || visibility.orderedStream().anyMatch(module -> module.shows(picture.id(), user)));
    }
}
