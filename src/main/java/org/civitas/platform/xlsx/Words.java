package org.civitas.platform.xlsx;

import java.util.List;
import java.util.stream.Collectors;

/** Bits of Chinese sentences. */
final class Words {

    private static final int SHOWN = 30;

    private Words() {}

    /** A cell's text short enough to stand inside a sentence. */
    static String quoted(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        return oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    }

    static String headers(List<String> headers) {
        return headers.stream().map(header -> "“" + quoted(header) + "”").collect(Collectors.joining("、"));
    }
}
