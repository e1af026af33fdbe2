package org.civitas.demo.story;

import org.civitas.demo.chance.Draw;

/** The plot: where faults are frequent, who is late, who refuses, and how that changes over the year. */
final class Mood {

    private static final double[] COUNTY = {0.90, 1.00, 1.00, 1.05, 0.95, 1.30};

    private Mood() {}

    /** How likely a check item fails at a site when {@code share} of the year has gone. */
    static double failure(StorySite site, double share) {
        double county = site.county().equals("990102")
                ? 1.75 - 1.2 * share
                : COUNTY[site.county().charAt(5) - '1'];
        return Math.min(0.6, 0.066 * county * type(site.type(), share) * site.care() * (1.1 - 0.2 * share));
    }

    /** Markets are swept clean in two campaigns and fall back soon after. */
    private static double type(String type, double share) {
        return switch (type) {
            case "市场" -> relapse(share);
            case "背街", "小区", "楼道", "公厕", "城乡结合部" -> 1.3;
            case "餐饮", "路口", "工地", "校园周边", "快递点", "消防通道" -> 1.15;
            case "政务", "热线", "场馆", "医院", "营业厅", "影剧院", "宾馆" -> 0.5;
            default -> 1;
        };
    }

    private static double relapse(double share) {
        double sinceCampaign = share < 0.3 ? 0.3 + share : share < 0.7 ? share - 0.3 : share - 0.7;
        return 0.8 + 5.5 * Math.min(0.3, sinceCampaign);
    }

    /** How likely a unit misses its deadline. */
    static double late(String county, boolean market, double share) {
        double base = switch (county) {
            case "990102" -> 0.055 - 0.045 * share;
            case "990106" -> 0.055;
            case "990103" -> 0.03;
            default -> 0.018;
        };
        return 0.97 * base * (market ? 1.5 : 1);
    }

    static boolean refuses(Draw draw, StoryUnit unit) {
        return draw.chance(unit.name().equals(Cast.REFUSING) ? 0.38 : 0.014);
    }

    static double rework(boolean market) {
        return market ? 0.13 : 0.06;
    }
}
