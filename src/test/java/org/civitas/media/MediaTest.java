package org.civitas.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.civitas.platform.access.CurrentUser;
import org.civitas.shared.Ids;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CityTest
class MediaTest {

    private static final Path OUTSIDE = Path.of("../shared/data/images");

    @Autowired
    MockMvc web;

    @Autowired
    Media media;

    @Autowired
    Pictures pictures;

    @Autowired
    JdbcTemplate jdbc;

    private CurrentUser inspector;

    @BeforeEach
    void person() {
        inspector = TestUsers.inspector();
    }

    @Test
    void time_and_place_are_read_and_nothing_of_them_is_left_in_what_others_see() throws Exception {
        byte[] file = CameraPicture.withCamera(
                CameraPicture.drawn("jpg", 640, 480, Color.RED), "2026:11:03 09:12:13", 1, 118.2751, 33.9632);
        UUID id = Ids.next();
        upload(file, id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.placeKnown").value(true));

        Picture picture = pictures.facts(List.of(id)).get(id);
        assertThat(picture.takenAt()).isEqualTo(Instant.parse("2026-11-03T01:12:13Z"));
        assertThat(picture.place().longitude()).isCloseTo(118.2751, within(1e-5));
        assertThat(picture.place().latitude()).isCloseTo(33.9632, within(1e-5));
        for (byte[] seen :
                List.of(media.shown(id).orElseThrow(), media.thumbnail(id).orElseThrow())) {
            assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(seen))
                            .containsDirectoryOfType(GpsDirectory.class))
                    .isFalse();
            assertThat(new String(seen, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif")
                    .doesNotContain("2026:11:03");
        }
    }

    @Test
    void a_picture_taken_sideways_is_shown_upright_and_small() throws Exception {
        byte[] file = CameraPicture.withCamera(
                CameraPicture.drawn("jpg", 4000, 3000, Color.RED), "2026:11:03 09:12:13", 6, 118, 33);
        UUID id = Ids.next();
        upload(file, id).andExpect(status().isOk());
        BufferedImage shown =
                ImageIO.read(new ByteArrayInputStream(media.shown(id).orElseThrow()));
        assertThat(shown.getHeight()).isEqualTo(2048);
        assertThat(shown.getWidth()).isEqualTo(1536);
        assertThat(new Color(shown.getRGB(700, 100)).getGreen())
                .as("the left half went to the top")
                .isLessThan(80);
        assertThat(new Color(shown.getRGB(700, 1900)).getGreen()).isGreaterThan(200);
        BufferedImage small =
                ImageIO.read(new ByteArrayInputStream(media.thumbnail(id).orElseThrow()));
        assertThat(small.getHeight()).isEqualTo(320);
    }

    @Test
    void the_type_is_told_by_the_content() throws Exception {
        upload(CameraPicture.drawn("png", 50, 50, Color.BLUE), Ids.next()).andExpect(status().isOk());
        refused("GIF89a".getBytes(StandardCharsets.US_ASCII), "media.type", "不是 JPEG 或 PNG");
        refused("<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII), "media.type", "不是 JPEG 或 PNG");
        refused("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.US_ASCII), "media.type", "WebP");
        refused("\0\0\0 ftypheic0000".getBytes(StandardCharsets.ISO_8859_1), "media.type", "HEIC");
    }

    @Test
    void empty_broken_and_cut_off_pictures_are_refused_in_words() throws Exception {
        byte[] whole = CameraPicture.drawn("jpg", 640, 480, Color.RED);
        refused(new byte[0], "media.empty", "0 字节");
        refused(Arrays.copyOf(whole, whole.length / 2), "media.broken", "损坏");
        refused(Arrays.copyOf(whole, 20), "media.broken", "损坏");
        byte[] png = CameraPicture.drawn("png", 640, 480, Color.RED);
        refused(Arrays.copyOf(png, png.length / 2), "media.broken", "损坏");
        refused(CameraPicture.drawn("png", 5, 5, Color.RED), "media.too-small", "太小");
    }

    @Test
    void a_picture_that_claims_too_many_pixels_is_refused_before_it_is_decoded() throws Exception {
        byte[] bomb = CameraPicture.drawn("png", 100, 100, Color.RED);
        ByteBuffer.wrap(bomb).putInt(16, 29_000).putInt(20, 29_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
        refused(bomb, "media.pixels", "29000×29000");
    }

    @Test
    void sending_twice_with_one_id_keeps_one_and_another_file_under_it_is_refused() throws Exception {
        UUID id = Ids.next();
        byte[] file = CameraPicture.drawn("jpg", 60, 40, Color.RED);
        upload(file, id).andExpect(status().isOk());
        upload(file, id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sameAs").value(nullValue()));
        assertThat(jdbc.queryForObject("select count(*) from picture where id = ?", Integer.class, id))
                .isOne();
        upload(CameraPicture.drawn("jpg", 60, 40, Color.BLUE), id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("media.id-taken"));
    }

    @Test
    void the_same_file_under_another_id_is_recognised() throws Exception {
        UUID first = Ids.next();
        byte[] file = CameraPicture.drawn("jpg", 61, 41, Color.GREEN);
        upload(file, first).andExpect(status().isOk());
        upload(file, Ids.next())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sameAs").value(first.toString()))
                .andExpect(jsonPath("$.words").value(containsString("已有同一张图片")));
    }

    @Test
    void only_the_uploader_sees_a_picture_until_a_module_shows_it() throws Exception {
        UUID id = Ids.next();
        upload(CameraPicture.drawn("jpg", 60, 40, Color.RED), id).andExpect(status().isOk());
        CurrentUser office = TestUsers.office();
        for (String path : List.of("/api/media/" + id, "/api/media/" + id + "/thumbnail")) {
            web.perform(get(path).with(TestUsers.as(inspector))).andExpect(status().isOk());
            web.perform(get(path).with(TestUsers.as(office))).andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> pictures.attachable(office, List.of(id))).hasMessageContaining("第 1 张图片没有上传成功");
        PictureBoard.SHOWN.add(id);
        web.perform(get("/api/media/" + id).with(TestUsers.as(office))).andExpect(status().isOk());
        assertThat(pictures.attachable(office, List.of(id))).hasSize(1);
    }

    @Test
    void a_picture_drawn_by_the_program_gets_its_thumbnail_when_it_is_first_looked_at() throws Exception {
        UUID id = Ids.next();
        byte[] drawn = CameraPicture.drawn("png", 640, 480, Color.ORANGE);
        media.keepDrawn(id, drawn, "9901");
        media.keepDrawn(id, drawn, "9901");
        assertThat(media.shown(id)).contains(drawn);
        assertThat(ImageIO.read(new ByteArrayInputStream(media.thumbnail(id).orElseThrow()))
                        .getWidth())
                .isEqualTo(320);
        assertThat(jdbc.queryForObject("select thumbnail_sha256 from picture where id = ?", String.class, id))
                .isNotNull();
    }

    static boolean outsidePicturesAreHere() {
        return Files.isDirectory(OUTSIDE.resolve("near-duplicates"));
    }

    @Test
    @EnabledIf("outsidePicturesAreHere")
    void pictures_of_real_cameras_are_taken_or_refused_in_words() throws Exception {
        int taken = 0;
        try (var files = Files.walk(OUTSIDE)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().matches(".*\\.(jpe?g|png|webp|gif|heic|tiff|bmp)$"))
                    .limit(120)
                    .toList()) {
                int answer = upload(Files.readAllBytes(file), Ids.next())
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(answer).as(file.toString()).isIn(200, 422);
                taken += answer == 200 ? 1 : 0;
            }
        }
        assertThat(taken).isGreaterThan(20);
    }

    private void refused(byte[] file, String code, String words) throws Exception {
        upload(file, Ids.next())
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail").value(containsString(words)));
    }

    private ResultActions upload(byte[] file, UUID id) throws Exception {
        return web.perform(multipart("/api/media")
                .file(new MockMultipartFile("file", "photo.jpg", "image/jpeg", file))
                .param("id", id.toString())
                .with(TestUsers.as(inspector)));
    }
}
