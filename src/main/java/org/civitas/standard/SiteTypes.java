package org.civitas.standard;

import java.util.List;
import java.util.Optional;

/** 点位类型 — the types of sites of the city, shared by all editions. */
public interface SiteTypes {

    List<SiteType> all();

    Optional<SiteType> find(String code);
}
