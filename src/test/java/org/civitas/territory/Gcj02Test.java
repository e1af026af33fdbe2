package org.civitas.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.civitas.shared.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

    private static final double METRES_PER_DEGREE = 111_320;

    @ParameterizedTest
    @CsvSource({
        "121.5272106,31.1774276,121.531541859215,31.17530398364597",
        "113.912316,22.543847,113.9171764808363,22.540796131694766",
        "116.377817,39.911954,116.38404722455657,39.91334545536069"
    })
    void knownPlacesAreConvertedBothWays(double lon, double lat, double gcjLon, double gcjLat) {
        GeoPoint there = Gcj02.fromWgs84(new GeoPoint(lon, lat));
        assertThat(there.longitude()).isCloseTo(gcjLon, within(1e-6));
        assertThat(there.latitude()).isCloseTo(gcjLat, within(1e-6));
        assertThat(metres(Gcj02.toWgs84(new GeoPoint(gcjLon, gcjLat)), new GeoPoint(lon, lat)))
                .isLessThan(0.5);
    }

    @Test
    void thereAndBackIsExactToMillimetresEverywhereInTheCountry() {
        long seed = 20261120;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            GeoPoint wgs = new GeoPoint(75 + random.nextDouble() * 59, 18 + random.nextDouble() * 35);
            assertThat(metres(Gcj02.toWgs84(Gcj02.fromWgs84(wgs)), wgs))
                    .as("seed %d, %s", seed, wgs)
                    .isLessThan(0.001);
        }
    }

    @Test
    void theOffsetInsideTheCountryIsHundredsOfMetresAndNoneOutside() {
        GeoPoint suqian = new GeoPoint(118.275, 33.963);
        assertThat(metres(Gcj02.fromWgs84(suqian), suqian)).isBetween(300.0, 800.0);
        GeoPoint berlin = new GeoPoint(13.4, 52.5);
        assertThat(Gcj02.fromWgs84(berlin)).isEqualTo(berlin);
        assertThat(CoordinateSystem.WGS84.toWgs84(suqian)).isEqualTo(suqian);
    }

    private static double metres(GeoPoint a, GeoPoint b) {
        double east = (a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return Math.hypot(east, a.latitude() - b.latitude()) * METRES_PER_DEGREE;
    }
}
