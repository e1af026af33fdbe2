package org.civitas.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PainterTest {

    @Test
    void each_kind_of_matter_looks_different_before_and_after_and_stays_small() throws IOException {
        for (SceneKind kind : SceneKind.values()) {
            byte[] before = Painter.jpeg(new Scene(kind, 1), true);
            byte[] after = Painter.jpeg(new Scene(kind, 1), false);
            assertThat(before.length).as("%s before", kind).isLessThan(25 * 1024);
            assertThat(after.length).as("%s after", kind).isLessThan(25 * 1024);
            assertThat(before).isNotEqualTo(after);
            assertThat(ImageIO.read(new ByteArrayInputStream(before)).getWidth())
                    .isEqualTo(480);
        }
    }

    @Test
    void one_seed_paints_one_picture_and_two_hundred_seeds_four_hundred_pictures() {
        Set<Integer> pictures = new HashSet<>();
        SceneKind[] kinds = SceneKind.values();
        for (int i = 0; i < 200; i++) {
            Scene scene = new Scene(kinds[i % kinds.length], i);
            pictures.add(Arrays.hashCode(Painter.jpeg(scene, true)));
            pictures.add(Arrays.hashCode(Painter.jpeg(scene, false)));
        }
        assertThat(pictures).hasSize(400);
        Scene scene = new Scene(SceneKind.LITTER, 5);
        assertThat(Painter.jpeg(scene, true)).isEqualTo(Painter.jpeg(scene, true));
    }
}
