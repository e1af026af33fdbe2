package org.civitas.standard;

/**
 * 体系对应 — one check item or one piece of evidence of an edition also serves another index. Written once, read in both directions.
 *
 * <p>Check items of the same code in two editions are the same check item and need no mapping.
 *
 * @param code of {@link Kind#ITEM} the check item, of {@link Kind#CRITERION} the criterion of this edition
 * @param otherEdition code of the other index, whichever of its versions is in use
 * @param otherCode of {@link Kind#ITEM} the 实地 requirement that the item also serves, of {@link Kind#CRITERION} the criterion
 * @param note what the correspondence leaves out; empty when there is nothing to say
 */
public record EditionMapping(Kind kind, String code, String otherEdition, String otherCode, Fit fit, String note) {

    /** 对应类别 — what corresponds. */
    public enum Kind {
        /** observations of the item also count for the requirement of the other index */
        ITEM("检查项"),
        /** evidence for the criterion also serves the criterion of the other index */
        CRITERION("标准");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The Chinese word that pages and workbooks show. */
        public String word() {
            return word;
        }
    }

    /** 对应程度 — whether all of it corresponds. */
    public enum Fit {
        FULL("一致"),
        PART("部分");

        private final String word;

        Fit(String word) {
            this.word = word;
        }

        /** The Chinese word that pages and workbooks show. */
        public String word() {
            return word;
        }
    }

    /** What stands for the mapping in faults: its two ends. */
    public String ends() {
        return code + "→" + otherEdition + " " + otherCode;
    }
}
