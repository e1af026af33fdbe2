package org.civitas.site;

import java.util.Collection;

/** 点位装载 — writes many new sites at once: for imports and for a city that is set up. */
public interface SiteLoading {

    /** A fresh random token for a QR code. */
    String newToken();

    /**
     * Writes the sites with the first line of their history; codes must be new. One transaction, one audit line.
     *
     * @return how many were written
     */
    int sites(Collection<Site> sites);
}
