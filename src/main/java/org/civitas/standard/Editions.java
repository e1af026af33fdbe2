package org.civitas.standard;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 测评体系 — the editions of the city. */
public interface Editions {

    /** All editions, those in use first, then by code and newest version. */
    List<Edition> all();

    /** The edition of a city that is used when none is named: the one put in use last, of level 城市 before others. */
    Optional<Edition> current();

    Optional<Edition> find(UUID id);

    /** The whole content. @throws org.civitas.platform.web.NotFound when there is no such edition */
    EditionContent content(UUID id);
}
