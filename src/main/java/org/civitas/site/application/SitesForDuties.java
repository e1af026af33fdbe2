package org.civitas.site.application;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.DutyPlaces;
import org.springframework.stereotype.Component;

@Component
class SitesForDuties implements DutyPlaces {

    private final Sites sites;
    private final SiteTypes types;

    SitesForDuties(Sites sites, SiteTypes types) {
        this.sites = sites;
        this.types = types;
    }

    @Override
    public Map<String, Place> byCodes(Collection<String> codes) {
        return sites.byCodes(codes).values().stream()
                .map(SitesForDuties::place)
                .collect(Collectors.toMap(Place::code, place -> place));
    }

    @Override
    public Map<UUID, Place> byIds(Collection<UUID> ids) {
        return sites.byIds(ids).values().stream()
                .map(SitesForDuties::place)
                .collect(Collectors.toMap(Place::id, place -> place));
    }

    @Override
    public Map<String, String> typeNames() {
        return types.all().stream().collect(Collectors.toMap(SiteType::code, SiteType::name));
    }

    private static Place place(Site site) {
        return new Place(site.id(), site.code(), site.name(), site.areaCode());
    }
}
