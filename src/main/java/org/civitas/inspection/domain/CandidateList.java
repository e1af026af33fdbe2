package org.civitas.inspection.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** 候选名单 — all sites that could be drawn, sorted by id, with the hash that proves that the list was not touched. */
public record CandidateList(List<Candidate> candidates) {

    public CandidateList {
        candidates = candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.siteId().toString()))
                .toList();
    }

    public static CandidateList of(Collection<Candidate> candidates) {
        return new CandidateList(List.copyOf(candidates));
    }

    /** One line for each candidate, each ended by a line feed; this very text is stored and hashed. */
    public String text() {
        return candidates.stream().map(candidate -> candidate.line() + "\n").collect(Collectors.joining());
    }

    /** SHA-256 of {@link #text()} in UTF-8, lower-case hex. */
    public String hash() {
        return Sha256.hex(text());
    }

    public static CandidateList parse(String text) {
        return new CandidateList(Arrays.stream(text.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(Candidate::parse)
                .toList());
    }
}
