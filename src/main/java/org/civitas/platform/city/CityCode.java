package org.civitas.platform.city;

import org.civitas.shared.RuleViolation;

/**
 * 城市代码 — six digits of the statistics' code of a city, such as 321300.
 *
 * <p>Its first four digits are the code of the root area, its schema is {@code city_321300}.
 */
public record CityCode(String value) {

    public CityCode {
        if (!value.matches("\\d{6}")) {
            throw new RuleViolation("city.code", "城市代码应为 6 位数字，例如 321300。");
        }
    }

    public String schema() {
        return "city_" + value;
    }

    /** The code of the root of the city's area tree: codes of all areas of the city start with it. */
    public String rootArea() {
        return value.endsWith("00") ? value.substring(0, 4) : value;
    }

    @Override
    public String toString() {
        return value;
    }
}
