package org.civitas.demo.loading;

import java.util.List;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.Spot;
import org.civitas.demo.story.Premise;
import org.civitas.demo.story.StorySite;
import org.civitas.shared.GeoPoint;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.SiteState;
import org.springframework.stereotype.Component;

/** The register of 1,200 sites. */
@Component
class SiteLoad {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SiteLoading sites;

    SiteLoad(SiteLoading sites) {
        this.sites = sites;
    }

    void load(Premise premise) {
        Draw draw = premise.draw().branch("site-register");
        List<Site> all =
                premise.sites().stream().map(site -> site(site, premise, draw)).toList();
        sites.sites(all);
    }

    private static Site site(StorySite site, Premise premise, Draw draw) {
        Spot spot = site.spot();
        return new Site(
                site.id(),
                spot.code(),
                spot.name(),
                spot.type(),
                spot.areaCode(),
                spot.address(),
                new GeoPoint(spot.at().x, spot.at().y),
                site.department(),
                site.territory(),
                premise.cast().person(draw),
                "",
                SiteState.ACTIVE,
                token(draw),
                0);
    }

    /** The demonstration's tokens are draws like all else, so that its printed QR codes stay the same. */
    private static String token(Draw draw) {
        StringBuilder token = new StringBuilder(22);
        for (int i = 0; i < 22; i++) {
            token.append(ALPHABET.charAt(draw.below(ALPHABET.length())));
        }
        return token.toString();
    }
}
