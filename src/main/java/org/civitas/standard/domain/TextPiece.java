package org.civitas.standard.domain;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** 文字片段 — a stretch of two wordings put side by side: in both, only in the old one, or only in the new one. */
public record TextPiece(Kind kind, String text) {

    /** 片段类别 — where the stretch stands. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** A number or a foreign word is one sign; of Chinese every character is. */
    private static final Pattern SIGN = Pattern.compile("[A-Za-z0-9.%#]+|.", Pattern.DOTALL);

    /** Both wordings as stretches; what is gone stands before what took its place. */
    public static List<TextPiece> between(String before, String after) {
        List<String> old = signs(before);
        List<TextPiece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, signs(after)).getDeltas()) {
            add(pieces, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.GONE, delta.getSource().getLines());
            add(pieces, Kind.NEW, delta.getTarget().getLines());
            at = delta.getSource().last() + 1;
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<TextPiece> pieces, Kind kind, List<String> signs) {
        if (!signs.isEmpty()) {
            pieces.add(new TextPiece(kind, String.join("", signs)));
        }
    }

    private static List<String> signs(String text) {
        return SIGN.matcher(text).results().map(MatchResult::group).toList();
    }
}
