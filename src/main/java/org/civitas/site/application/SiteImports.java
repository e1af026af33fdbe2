package org.civitas.site.application;

import java.util.stream.Collectors;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.xlsx.ImportSource;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.Sites;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Areas;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;

/** Makes an import of sites for one asker. */
@Component
public class SiteImports implements ImportSource {

    public static final SheetForm FORM = SiteImport.FORM;

    private final Sites sites;
    private final SiteLoading loading;
    private final SiteTypes types;
    private final Areas areas;
    private final Units units;

    SiteImports(Sites sites, SiteLoading loading, SiteTypes types, Areas areas, Units units) {
        this.sites = sites;
        this.loading = loading;
        this.types = types;
        this.areas = areas;
        this.units = units;
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public SheetImport<Site> by(CurrentUser user) {
        return within(user.scope());
    }

    public SheetImport<Site> within(DataScope scope) {
        return new SiteImport(
                scope,
                sites,
                loading,
                areas,
                units,
                types.all().stream().collect(Collectors.toMap(SiteType::code, SiteType::name)));
    }
}
