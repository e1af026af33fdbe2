package org.civitas.standard.domain;

import java.util.List;

/**
 * 体系差异 — one thing in which a version differs from another.
 *
 * @param subject what it is: 体系, 节点, 标准, 要求, 点位类型, 检查项, 对应
 * @param code in the later version; of what is gone, in the earlier one
 * @param name its words, to recognise it by
 * @param field which of its columns differs; empty when it is new or gone as a whole
 * @param before empty when it is new
 * @param after empty when it is gone
 */
public record EditionDifference(
        String subject, String code, String name, Change change, String field, String before, String after) {

    /** 差异类别 — in what way it differs. */
    public enum Change {
        ADDED("新增"),
        GONE("删去"),
        REWORDED("改写"),
        REPOINTED("调分"),
        MOVED("移动"),
        RECODED("改编码"),
        CHANGED("其他变更");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        /** The Chinese word that pages and workbooks show. */
        public String word() {
            return word;
        }
    }

    /** Both wordings as stretches, so that what differs can be marked. */
    public List<TextPiece> pieces() {
        return TextPiece.between(before, after);
    }
}
