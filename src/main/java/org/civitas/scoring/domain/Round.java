package org.civitas.scoring.domain;

import java.util.UUID;

/** 测评轮次 — one edition, one area, one period, scored together. */
public record Round(UUID id, String name, String editionTitle, String areaName, RoundSettings settings) {}
