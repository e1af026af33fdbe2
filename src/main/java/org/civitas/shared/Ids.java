package org.civitas.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** 标识 — makes ids in Java: UUID version 7, so that they sort by the time they were made (to the millisecond). */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new id, never given before; safe from any thread. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
