package org.civitas.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {

    @ParameterizedTest
    @CsvSource({
        "来电人 13812345678 反映占道, 来电人 138****5678 反映占道",
        "电话：138-1234-5678。, 电话：138******5678。",
        "电话+86 13812345678, 电话+86********5678",
        "身份证321302199001011234要求回复, 身份证321302********1234要求回复",
        "身份证 32130219900101123X, 身份证 321302********123X",
        "座机 0527-84351234, 座机 052******1234",
        "两个号 13812345678、13987654321, 两个号 138****5678、139****4321"
    })
    void numbers_of_people_are_covered_up_and_their_ends_stay(String words, String masked) {
        assertThat(MaskedText.of(words)).isEqualTo(masked);
        assertThat(MaskedText.covers(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YC20261121000123",
                "编号 202611210001",
                "订单 138123456789",
                "区划 321302001001",
                "2026-11-21 13:05",
                "0190e1c0-1234-7abc-8def-013812345678",
                "热线 12345"
            })
    void other_digits_stay(String words) {
        assertThat(MaskedText.of(words)).isEqualTo(words);
        assertThat(MaskedText.covers(words)).isFalse();
    }

    @Test
    void a_telephone_number_by_itself_shows_its_ends() {
        assertThat(MaskedText.phone("13812345678")).isEqualTo("138****5678");
        assertThat(MaskedText.phone("84351234")).isEqualTo("843*1234");
        assertThat(MaskedText.phone("12345")).isEqualTo("*****");
    }
}
