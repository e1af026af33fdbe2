package org.civitas.platform.jobs;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler keeps of a work: its city and its id.
 *
 * @param trace of the request that started it, where it is known; absent in what older programs wrote
 */
record WorkData(String city, UUID work, @Nullable String trace) implements Serializable {}
