package org.civitas.scoring.domain.forecast;

import org.civitas.scoring.domain.SiteFacts;

/**
 * 点位模型 — what is expected of one site.
 *
 * @param absent for each item the probability that it does not apply here
 * @param pass for each item the probability that it is found in order, where it applies
 * @param bounds for each item Φ⁻¹ of the probabilities of at most its outcome 0, 1, …; one fewer than outcomes
 * @param shared part of the variance that all items of the site have in common at the next visit, 0 … 1
 * @param common part of the variance that the site has in common with its type in its county: how little is known of them
 * @param county place of the county among those of the type
 * @param visits visits in the history
 * @param weight observations in the history, each by its age
 */
public record SiteModel(
        SiteFacts site,
        double[] absent,
        double[] pass,
        double[][] bounds,
        double shared,
        double common,
        int county,
        int visits,
        double weight) {}
