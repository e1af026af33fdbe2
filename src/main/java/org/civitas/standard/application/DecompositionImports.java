package org.civitas.standard.application;

import java.time.Clock;
import java.util.UUID;
import org.civitas.platform.xlsx.SheetImport;
import org.civitas.shared.OfficeDay;
import org.civitas.standard.EditionContent;
import org.civitas.standard.persistence.DecompositionTable;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;

/** Makes an import of the decomposition of one edition. */
@Component
public class DecompositionImports {

    private final EditionTable editions;
    private final DecompositionTable table;
    private final ReadDecomposition reading;
    private final RecordDecomposition recording;
    private final Units units;
    private final Clock clock;

    DecompositionImports(
            EditionTable editions,
            DecompositionTable table,
            ReadDecomposition reading,
            RecordDecomposition recording,
            Units units,
            Clock clock) {
        this.editions = editions;
        this.table = table;
        this.reading = reading;
        this.recording = recording;
        this.units = units;
        this.clock = clock;
    }

    public SheetImport<?> into(UUID editionId) {
        EditionContent content = editions.content(editionId);
        return new DecompositionImport(
                content, table.lines(editionId), units.all(), OfficeDay.today(clock), reading, recording);
    }
}
