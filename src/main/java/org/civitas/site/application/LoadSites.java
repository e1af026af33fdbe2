package org.civitas.site.application;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.site.Site;
import org.civitas.site.SiteLoading;
import org.civitas.site.domain.SiteChange;
import org.civitas.site.persistence.SiteStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LoadSites implements SiteLoading {

    /** Without the letters and digits that people mix up. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final SiteStore store;
    private final AuditTrail audit;

    LoadSites(SiteStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Override
    public String newToken() {
        StringBuilder token = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.toString();
    }

    @Override
    @Transactional
    public int sites(Collection<Site> sites) {
        store.insert(sites, SiteChange.IMPORT);
        audit.record("site.load", "site", "*", Map.of("count", sites.size()));
        return sites.size();
    }
}
