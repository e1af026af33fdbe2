package org.civitas.standard.application;

import java.util.UUID;
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

    CopyEdition(EditionTable editions, EnterEdition entering) {
        this.editions = editions;
        this.entering = entering;
    }

    @Transactional
    public Edition copy(UUID id) {
        EditionContent content = editions.content(id);
        return entering.enterDraft(content, "复制自 " + content.edition().title());
    }
}
