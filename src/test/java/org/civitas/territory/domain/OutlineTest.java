package org.civitas.territory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.civitas.shared.GeoPoint;
import org.civitas.territory.domain.Outline.Part;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void aPointInANotchIsOutsideAlthoughItIsInsideTheRectangle() {
        Ring notched = ring(0, 0, 10, 0, 10, 10, 5, 2, 0, 10);
        Outline outline = new Outline(List.of(new Part(notched, List.of())));
        assertThat(outline.contains(new GeoPoint(5, 1))).isTrue();
        assertThat(outline.contains(new GeoPoint(5, 8))).isFalse();
        assertThat(outline.contains(new GeoPoint(1, 5))).isTrue();
        assertThat(outline.contains(new GeoPoint(11, 5))).isFalse();
    }

    @Test
    void aHoleIsOutsideAndAnExclaveInside() {
        Outline outline = new Outline(List.of(
                new Part(ring(0, 0, 10, 0, 10, 10, 0, 10), List.of(ring(4, 4, 6, 4, 6, 6, 4, 6))),
                new Part(ring(20, 0, 22, 0, 22, 2, 20, 2), List.of())));
        assertThat(outline.contains(new GeoPoint(5, 5))).isFalse();
        assertThat(outline.contains(new GeoPoint(3, 5))).isTrue();
        assertThat(outline.contains(new GeoPoint(21, 1))).isTrue();
    }

    @Test
    void theRectangleOfACityRefusesSwappedCoordinates() {
        Outline suqian = Outline.rectangle(117.9, 33.1, 119.2, 34.4);
        assertThat(suqian.contains(new GeoPoint(118.28, 33.96))).isTrue();
        assertThat(suqian.contains(new GeoPoint(33.96, 18.28))).isFalse();
    }

    private static Ring ring(double... lonLat) {
        List<GeoPoint> corners = new java.util.ArrayList<>();
        for (int i = 0; i < lonLat.length; i += 2) {
            corners.add(new GeoPoint(lonLat[i], lonLat[i + 1]));
        }
        return new Ring(corners);
    }
}
