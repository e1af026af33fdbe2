package org.civitas.scoring;

import org.civitas.shared.Points;

/** 区划测评得分 — got of what was judged in an area; areas are compared by got ÷ judged. */
public record AreaScore(String areaCode, String areaName, Points got, Points judged, int sitesJudged, Points loss) {}
