package org.civitas.demo.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.Place;
import org.locationtech.jts.geom.Coordinate;

/** Problems that come in otherwise than by an inspection: from officers, the hotline, citizens and observers. */
final class Reports {

    private static final List<String> CHANNELS = List.of("OFFICER", "HOTLINE", "CITIZEN", "OBSERVER");
    private static final List<String> ANYWHERE = List.of("干道", "背街", "小区", "商业街");

    private final Premise premise;
    private final Catalogue catalogue;
    private final List<Place> communities;

    Reports(Premise premise, Catalogue catalogue) {
        this.premise = premise;
        this.catalogue = catalogue;
        this.communities = premise.map().ofLevel(4);
    }

    Finding report(Draw draw, LocalDate day, double share) {
        Instant at = Visiting.moment(draw, day);
        String channel = CHANNELS.get(draw.weighted(0.36, 0.3, 0.24, 0.1));
        return draw.chance(0.6) ? atSite(draw, at, channel, share) : elsewhere(draw, at, channel);
    }

    private Finding atSite(Draw draw, Instant at, String channel, double share) {
        StorySite site = draw.pick(premise.sites());
        for (int i = 0; i < 8 && !draw.chance(3 * Mood.failure(site, share)); i++) {
            site = draw.pick(premise.sites());
        }
        Item item = withFault(draw, site.type());
        Item.Fault fault = draw.pick(item.faults());
        Album.Pair pair = premise.album().showing(site.type(), fault, site.id());
        String place = site.spot().name() + draw.pick("", "入口处", "东侧", "西侧", "门前", "附近");
        return new Finding(
                at,
                channel,
                reporter(draw, channel, site.spot().areaCode()),
                site,
                item,
                fault,
                fault.text(),
                site.spot().areaCode(),
                place,
                site.spot().at(),
                null,
                null,
                List.of(pair.before()),
                pair.after(),
                site.type());
    }

    private Finding elsewhere(Draw draw, Instant at, String channel) {
        Place community = draw.pick(communities);
        String type = draw.pick(ANYWHERE);
        Item item = withFault(draw, type);
        Item.Fault fault = draw.pick(item.faults());
        boolean picture = draw.chance(0.75);
        Album.Pair pair =
                premise.album().showing(type, fault, new UUID(community.code().hashCode(), at.toEpochMilli()));
        Coordinate place = new Coordinate(
                Math.round((community.middle().x + draw.between(-0.0012, 0.0012)) * 1e5) / 1e5,
                Math.round((community.middle().y + draw.between(-0.0012, 0.0012)) * 1e5) / 1e5);
        String spot = community.name() + draw.whole(1, 180) + "号" + draw.pick("门前", "院内", "路段", "楼下");
        return new Finding(
                at,
                channel,
                reporter(draw, channel, community.code()),
                null,
                null,
                fault,
                fault.text(),
                community.code(),
                spot,
                place,
                null,
                null,
                picture ? List.of(pair.before()) : List.of(),
                pair.after(),
                type);
    }

    private Item withFault(Draw draw, String type) {
        List<Item> items = catalogue.of(type).stream()
                .filter(item -> !item.faults().isEmpty())
                .toList();
        return draw.pick(items);
    }

    private Actor reporter(Draw draw, String channel, String area) {
        return switch (channel) {
            case "OFFICER" ->
                premise.cast()
                        .handler(premise.cast().territory(area.substring(0, 9)).id());
            case "HOTLINE" -> new Actor(draw.id(premise.founded()), "12345热线转办", null);
            case "OBSERVER" -> new Actor(draw.id(premise.founded()), "文明观察员", null);
            default -> new Actor(draw.id(premise.founded()), "市民", null);
        };
    }
}
