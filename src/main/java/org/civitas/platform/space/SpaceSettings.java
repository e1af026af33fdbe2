package org.civitas.platform.space;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the disk counts as full.
 *
 * @param lowWaterMb free megabytes on the disk of the data folder below which writes are refused
 * @param reserveMb size of the file that is given up then, so that PostgreSQL can bring to an end what it has begun
 */
@ConfigurationProperties("civitas.space")
record SpaceSettings(
        @DefaultValue("512") long lowWaterMb,
        @DefaultValue("128") long reserveMb) {

    private static final long MEGABYTE = 1024 * 1024;

    long lowWater() {
        return lowWaterMb * MEGABYTE;
    }

    long reserve() {
        return reserveMb * MEGABYTE;
    }
}
