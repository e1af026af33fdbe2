package org.civitas.standard.application;

import java.util.List;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a new index with an empty draft. */
@Service
public class BeginEdition {

    private final EditionTable editions;
    private final EnterEdition entering;

    BeginEdition(EditionTable editions, EnterEdition entering) {
        this.editions = editions;
        this.entering = entering;
    }

    @Transactional
    public Edition begin(String code, String name, String level, String note) {
        if (editions.all().stream().anyMatch(e -> e.code().equals(code))) {
            throw new RuleViolation("edition.code-taken", "已有代码为“" + code + "”的体系，请在它上面另立新版，或换一个代码。");
        }
        Edition edition = new Edition(Ids.next(), code, 1, name, level, note, EditionState.DRAFT, 0);
        return entering.enterDraft(new EditionContent(edition, List.of(), List.of(), List.of(), List.of()), "新建");
    }
}
