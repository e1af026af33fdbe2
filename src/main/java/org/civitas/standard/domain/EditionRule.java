package org.civitas.standard.domain;

import java.util.List;
import java.util.stream.Stream;
import org.civitas.standard.EditionContent;

/** 体系规则 — one thing that must hold in every edition before it may be used. */
@FunctionalInterface
public interface EditionRule {

    Stream<EditionFault> faults(EditionContent content);

    /** All rules of today, in the order in which their faults are shown. */
    List<EditionRule> ALL = Stream.of(TreeRules.ALL, RequirementRules.ALL, CheckItemRules.ALL, MappingRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** Everything that is wrong with an edition; empty when it may be used. */
    static List<EditionFault> check(EditionContent content) {
        return ALL.stream().flatMap(rule -> rule.faults(content)).toList();
    }
}
