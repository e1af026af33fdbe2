package org.civitas.calendar;

import java.time.Instant;

/**
 * 期限 — the moment by which something must be done.
 *
 * @param provisional 暂定: a year between start and deadline has no holiday decree yet
 */
public record Deadline(Instant at, boolean provisional) {}
