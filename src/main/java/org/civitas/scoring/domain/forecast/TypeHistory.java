package org.civitas.scoring.domain.forecast;

import java.util.List;
import java.util.UUID;
import org.civitas.scoring.domain.SiteFacts;

/** 类型历史 — what was seen at the sites of one type. */
record TypeHistory(String typeCode, List<ItemModel> items, List<SiteHistory> sites) {

    /** 点位历史 — observations of one site in the order of time. */
    record SiteHistory(SiteFacts site, List<Seen> seen, List<Seen> mends) {

        String county() {
            return site.areaCode().length() > COUNTY ? site.areaCode().substring(0, COUNTY) : site.areaCode();
        }

        List<Seen> applicable() {
            return seen.stream().filter(Seen::applicable).toList();
        }
    }

    /**
     * 一次观察.
     *
     * @param outcome place on the item's scale, −1 for 不适用
     * @param weight by age, 1 for now
     */
    record Seen(int item, int outcome, boolean failed, double weight, UUID visit) {

        boolean applicable() {
            return outcome >= 0;
        }
    }

    private static final int COUNTY = 6;
}
