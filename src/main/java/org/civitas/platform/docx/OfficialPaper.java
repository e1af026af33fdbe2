package org.civitas.platform.docx;

import java.time.LocalDate;
import java.util.List;

/**
 * 公文 — what stands in an official paper; {@link PaperWriter} makes the Word file of it.
 *
 * @param organ 发文机关标志, such as 云川市文明创建工作领导小组办公室文件
 * @param number 发文字号, such as 云文创办〔2026〕12号; the year stands in 〔〕
 * @param addressee 主送机关, without the colon; empty when there is none
 * @param signature 发文机关署名
 * @param date 成文日期
 * @param copies 抄送机关; empty when there are none
 */
public record OfficialPaper(
        String organ,
        String number,
        String title,
        String addressee,
        List<PaperBlock> blocks,
        String signature,
        LocalDate date,
        String copies) {

    public OfficialPaper {
        blocks = List.copyOf(blocks);
    }

    /** 发文字号 of a word, a year and a running number: 云文创办〔2026〕12号. */
    public static String number(String word, int year, int running) {
        return word + "〔" + year + "〕" + running + "号";
    }

    /** A date as papers write it: 2026年11月20日. */
    public static String written(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** How many characters people would count in the text: title, words, headings and lists, without tables and pictures. */
    public int characters() {
        String all = title
                + addressee
                + String.join("", blocks.stream().map(PaperBlock::words).toList());
        return (int)
                all.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    }
}
