package org.civitas.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTest {

    @ParameterizedTest
    @CsvSource({"3213,CITY", "321302,COUNTY", "321302001,STREET", "321302001001,COMMUNITY", "321302001001001,GRID"})
    void theLengthOfACodeTellsItsLevel(String code, AreaLevel level) {
        assertThat(new AreaCode(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "32", "32130", "321302a01", "３２１３", "3213020010010011"})
    void aCodeOfAnotherFormIsRefused(String code) {
        assertThat(catchThrowableOfType(RuleViolation.class, () -> new AreaCode(code))
                        .code())
                .isEqualTo("area.code.malformed");
    }

    @Test
    void theWayUpPassesEveryLevel() {
        assertThat(new AreaCode("321302001001001").upwards())
                .extracting(AreaCode::value)
                .containsExactly("321302001001001", "321302001001", "321302001", "321302", "3213");
    }

    @Test
    void anAreaIsWithinItselfAndAllAboveButNotWithinItsNeighbour() {
        AreaCode street = new AreaCode("321302001");
        assertThat(street.isWithin(street)).isTrue();
        assertThat(street.isWithin(new AreaCode("3213"))).isTrue();
        assertThat(street.isWithin(new AreaCode("321311"))).isFalse();
        assertThat(new AreaCode("3213").isWithin(street)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3213,宿迁市,CITY",
        "321302,宿城区,DISTRICT",
        "321322,沭阳县,COUNTY",
        "320281,江阴市,COUNTY_LEVEL_CITY",
        "321371,宿迁经济技术开发区,COUNTY_ZONE",
        "321302001,幸福街道,SUBDISTRICT",
        "321302100,双庄镇,TOWN",
        "321302200,南蔡乡,TOWNSHIP",
        "320102400,徐庄高新技术产业开发区,STREET_ZONE",
        "321302500,湖滨农场,FARM",
        "321302001001,凤凰居委会,COMMUNITY",
        "321302100200,三棵树村委会,VILLAGE",
        "321302001001001,凤凰小区,ESTATE",
        "321302001001002,第二网格,GRID"
    })
    void theKindFollowsFromNumberAndName(String code, String name, AreaKind kind) {
        assertThat(AreaKind.of(new AreaCode(code), name)).isEqualTo(kind);
        assertThat(kind.level()).isEqualTo(new AreaCode(code).level());
    }
}
