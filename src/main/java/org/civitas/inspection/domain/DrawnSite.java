package org.civitas.inspection.domain;

import java.util.UUID;

/** 抽中点位 — a drawn site, the cell it was drawn for, its rank in the list and its ticket. */
public record DrawnSite(UUID siteId, String siteType, String cellArea, int rank, String ticket) {}
