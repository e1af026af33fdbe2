package org.civitas.platform.docx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 公文段落 — one part of the text of a paper, in order. */
public sealed interface PaperBlock {

    /** The words that count as text. */
    default String words() {
        return "";
    }

    /** 一级标题, 黑体: “一、总体情况”. */
    record Heading(String text) implements PaperBlock {
        @Override
        public String words() {
            return text;
        }
    }

    /** 二级标题, 楷体: “（一）东湖区”. */
    record Subheading(String text) implements PaperBlock {
        @Override
        public String words() {
            return text;
        }
    }

    /** 正文: 仿宋, first line indented by two characters. */
    record Paragraph(String text) implements PaperBlock {
        @Override
        public String words() {
            return text;
        }
    }

    /**
     * 表格 with a caption above; the head is repeated on each page.
     *
     * @param weights relative widths of the columns
     */
    record Table(String caption, List<String> head, List<List<String>> rows, List<Integer> weights)
            implements PaperBlock {

        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
            weights = List.copyOf(weights);
            int columns = head.size();
            if (weights.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("every row needs as many cells as the head: " + caption);
            }
        }
    }

    /** 图片对照: two pictures side by side, each with its words below; a null one leaves words in its place. */
    record PicturePair(
            @Nullable PaperPicture left,
            String leftWords,
            @Nullable PaperPicture right,
            String rightWords,
            String caption)
            implements PaperBlock {}
}
