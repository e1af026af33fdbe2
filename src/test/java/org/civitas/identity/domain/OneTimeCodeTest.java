package org.civitas.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The vectors of RFC 6238, appendix B, cut to six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(OneTimeCode.at(SECRET, second / 30)).isEqualTo(code);
        assertThat(OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void a_code_is_right_one_step_early_or_late_and_no_longer() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        assertThat(OneTimeCode.step(SECRET, "050471", now.plusSeconds(30))).isPresent();
        assertThat(OneTimeCode.step(SECRET, "050471", now.minusSeconds(30))).isPresent();
        assertThat(OneTimeCode.step(SECRET, "050471", now.plusSeconds(61))).isEmpty();
        assertThat(OneTimeCode.step(SECRET, "050471", now.minusSeconds(61))).isEmpty();
    }

    @Test
    void the_address_names_the_system_and_the_account() {
        assertThat(OneTimeCode.address(SECRET, "文明", "li wei"))
                .isEqualTo("otpauth://totp/%E6%96%87%E6%98%8E:li%20wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=%E6%96%87%E6%98%8E");
    }
}
