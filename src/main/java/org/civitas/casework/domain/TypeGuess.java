package org.civitas.casework.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 类型推定 — finds the type of a problem from its words: the longest keyword wins, the fault before the check item. */
public final class TypeGuess {

    /** 类型关键词 — the words that speak for one type. */
    public record Keywords(String typeCode, List<String> words) {}

    private record Hit(String typeCode, int length) {}

    private final List<Keywords> types;

    public TypeGuess(List<Keywords> types) {
        this.types = List.copyOf(types);
    }

    /** Empty when no keyword occurs. */
    public Optional<String> of(String fault, String checkItem) {
        return best(fault).or(() -> best(checkItem));
    }

    private Optional<String> best(String text) {
        return types.stream()
                .flatMap(type -> type.words().stream()
                        .filter(text::contains)
                        .map(word -> new Hit(type.typeCode(), word.length())))
                .max(Comparator.comparingInt(Hit::length))
                .map(Hit::typeCode);
    }
}
