package org.civitas.standard.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.Decomposition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.domain.Decomposing;
import org.civitas.standard.domain.DecompositionLines;
import org.civitas.standard.persistence.DecompositionTable;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers who is answerable, from the records and, where nothing was ever recorded, from the edition itself. */
@Component
public class ReadDecomposition implements Decomposition {

    private final EditionTable editions;
    private final DecompositionTable table;
    private final Units units;

    ReadDecomposition(EditionTable editions, DecompositionTable table, Units units) {
        this.editions = editions;
        this.table = table;
        this.units = units;
    }

    @Override
    @Transactional(readOnly = true)
    public DecomposedEdition on(UUID editionId, LocalDate day) {
        return on(editions.content(editionId), table.lines(editionId), day);
    }

    /** The same for an edition and records that are at hand. */
    public DecomposedEdition on(EditionContent content, DecompositionLines lines, LocalDate day) {
        Map<String, UUID> byCode = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::id));
        return Decomposing.on(content, lines, day, byCode::get);
    }

    @Override
    public Set<String> siteTypesLedBy(Collection<UUID> asked, LocalDate day) {
        return asked.isEmpty() ? Set.of() : table.siteTypesLedBy(asked, day);
    }

    @Override
    public Set<String> siteTypesLed(LocalDate day) {
        return table.siteTypesLedBy(null, day);
    }
}
