package org.civitas.platform.jobs;

import java.io.Serializable;
import java.util.UUID;

/** What the scheduler keeps of a work: its city and its id. */
record WorkData(String city, UUID work) implements Serializable {}
