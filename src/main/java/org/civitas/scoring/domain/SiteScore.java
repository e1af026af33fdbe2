package org.civitas.scoring.domain;

import java.util.List;

/**
 * 点位得分率 — the ratio of one site for one requirement, rounded here and nowhere else.
 *
 * @param ratio integer of 10⁻⁹
 * @param counted the readings that made it, in the order of time: one, or every visit where the mean counts
 */
record SiteScore(SiteFacts site, long ratio, List<Judgement> counted) {}
