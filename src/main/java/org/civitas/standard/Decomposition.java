package org.civitas.standard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * 任务分解 — the one definition of who answers for what in an edition. It is a layer of its own over the edition: the words
 * are locked in use, the answering units change with date and reason.
 */
public interface Decomposition {

    /** Who answers on a day. @throws org.civitas.platform.web.NotFound when there is no such edition */
    DecomposedEdition on(UUID editionId, LocalDate day);

    /** Codes of the site types that one of the units leads on a day, in any edition that is in use. */
    Set<String> siteTypesLedBy(Collection<UUID> units, LocalDate day);

    /** Codes of the site types that any unit leads on a day, in any edition that is in use. */
    Set<String> siteTypesLed(LocalDate day);
}
