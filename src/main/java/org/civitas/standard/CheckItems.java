package org.civitas.standard;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 检查项 — what is judged at a site, by edition. */
public interface CheckItems {

    /** In the order of their codes; empty when the edition has none for this type of site. */
    List<CheckItem> forSiteType(UUID editionId, String siteTypeCode);

    Optional<CheckItem> find(UUID editionId, String code);
}
