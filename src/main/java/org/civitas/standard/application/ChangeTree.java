package org.civitas.standard.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.domain.EditionComparison;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.domain.TreeDraft;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves the tree of a draft: its nodes with their points, and the requirements of its criteria. */
@Service
public class ChangeTree {

    private static final int TOLD = 20;

    private final EditionTable editions;
    private final AuditTrail audit;

    ChangeTree(EditionTable editions, AuditTrail audit) {
        this.editions = editions;
        this.audit = audit;
    }

    /** What the draft would be like; nothing is written. */
    @Transactional(readOnly = true)
    public EditionContent tried(UUID id, TreeDraft draft) {
        return draft.in(editions.content(id));
    }

    /** @param revision the revision that the editor began with */
    @Transactional
    public Edition change(UUID id, TreeDraft draft, int revision) {
        EditionContent before = editions.content(id);
        EditionStep.mustBeOpen(before.edition());
        EditionContent after = draft.in(before);
        TreeDraft.mustBeStorable(after);
        editions.touch(id, revision);
        editions.replaceTree(before, after);
        audit.record("edition.tree", "edition", id, told(before, after));
        return editions.need(id);
    }

    private static Map<String, Object> told(EditionContent before, EditionContent after) {
        var differences = EditionComparison.between(before, after);
        return Map.of(
                "title",
                before.edition().title(),
                "differences",
                differences.size(),
                "first",
                differences.stream()
                        .limit(TOLD)
                        .map(d -> d.change().word() + d.subject() + d.code() + d.field())
                        .toList());
    }
}
