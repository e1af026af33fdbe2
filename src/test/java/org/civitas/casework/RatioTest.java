package org.civitas.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void the_published_reference_points_come_out() {
        assertThat(new Ratio(2_537, 2_948).percent()).isEqualByComparingTo("86.06");
        assertThat(new Ratio(9_531, 9_839).percent()).isEqualByComparingTo("96.87");
    }

    @Test
    void nothing_over_nothing_is_no_number() {
        assertThat(new Ratio(0, 0).percent()).isNull();
        assertThat(new Ratio(0, 3).percent()).isEqualByComparingTo("0.00");
    }

    @Test
    void months_add_up() {
        assertThat(new Ratio(1, 2).plus(new Ratio(2, 3))).isEqualTo(new Ratio(3, 5));
    }
}
