package org.civitas.bulletin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was published stays readable for ever: these files are never changed, only added. */
class BulletinContentTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void the_first_published_form_is_still_read_in_full() throws IOException {
        BulletinContent content = read("/bulletin/content-1.json");
        assertThat(content.overview().mendedRate()).isEqualByComparingTo("99.16");
        assertThat(Objects.requireNonNull(content.overview().round()).sites()).isEqualTo(310);
        Ranking.Line line = content.units().lines().getFirst();
        assertThat(line.steps().getFirst().indicator()).isEqualTo(Indicator.MENDED_RATE);
        assertThat(line.total()).isEqualByComparingTo(new BigDecimal("96.45"));
        assertThat(content.units().unranked()).hasSize(1);
        assertThat(content.typical().getFirst().after()).isNull();
        assertThat(content.problems().getFirst().shown().getFirst().overdue()).isTrue();
    }

    @Test
    void what_is_written_is_read_back_the_same() throws IOException {
        BulletinContent content = read("/bulletin/content-1.json");
        assertThat(JSON.readValue(JSON.writeValueAsString(content), BulletinContent.class))
                .isEqualTo(content);
    }

    private static BulletinContent read(String name) throws IOException {
        try (InputStream in = BulletinContentTest.class.getResourceAsStream(name)) {
            return JSON.readValue(Objects.requireNonNull(in).readAllBytes(), BulletinContent.class);
        }
    }
}
