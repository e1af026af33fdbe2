package org.civitas.standard.application;

import java.time.Clock;
import java.util.UUID;
import org.civitas.shared.OfficeDay;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies an edition into a new version of the same index, as a draft that may be changed. Faults that a later rule finds in a
 * locked edition do not stop it: the copy is where they are mended.
 */
@Service
public class CopyEdition {

    private final EditionTable editions;
    private final EnterEdition entering;
    private final RecordDecomposition decomposition;
    private final Clock clock;

    CopyEdition(EditionTable editions, EnterEdition entering, RecordDecomposition decomposition, Clock clock) {
        this.editions = editions;
        this.entering = entering;
        this.decomposition = decomposition;
        this.clock = clock;
    }

    @Transactional
    public Edition copy(UUID id) {
        EditionContent content = editions.content(id);
        Edition copy = entering.enterDraft(content, "复制自 " + content.edition().title());
        decomposition.copy(
                id, copy.id(), OfficeDay.today(clock), content.edition().title());
        return copy;
    }
}
