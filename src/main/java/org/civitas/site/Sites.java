package org.civitas.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** 点位查询 — answers every question about sites; all of the city of the running request, no scope applied. */
public interface Sites {

    /** 点位数 — how many sites in use a type has in an area. */
    record SiteCount(String typeCode, String areaCode, long count) {}

    Optional<Site> byId(UUID id);

    Optional<Site> byCode(String code);

    /** The site whose QR code carries the token. */
    Optional<Site> byToken(String token);

    /** Those that exist, by id; asked once for a whole list. */
    Map<UUID, Site> byIds(Collection<UUID> ids);

    /** Those that exist, by code. */
    Map<String, Site> byCodes(Collection<String> codes);

    /**
     * Sites in use in an area and all below it, ordered by id: a stable order for a draw.
     *
     * @param typeCode null for all types
     */
    List<Site> inArea(@Nullable String typeCode, String areaCode);

    /**
     * Counts of sites in use by type × area, areas cut to {@code digits} of their code (6 for counties, 9 for streets).
     */
    List<SiteCount> counts(String withinArea, int digits);

    /** Hands every site of an area to {@code receiver} without holding them all; ordered by code, suspended ones too. */
    void forEach(String withinArea, Consumer<Site> receiver);

    /** Sites in use whose name, code or address contains the words, in an area; at most {@code limit}. */
    List<Site> search(String words, String withinArea, int limit);
}
