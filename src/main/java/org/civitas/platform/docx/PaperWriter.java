package org.civitas.platform.docx;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 公文生成 — writes an {@link OfficialPaper} as a Word file after the template in force. */
@Component
public class PaperWriter {

    private static final double TEXT_WIDTH_POINTS = 442;
    private static final double LARGEST_HEAD = 44;
    private static final double SMALLEST_HEAD = 20;

    private final PaperTemplate template;

    PaperWriter(PaperTemplate template) {
        this.template = template;
    }

    /** Writes the docx; the stream is not closed. */
    public void write(OfficialPaper paper, OutputStream out) throws IOException {
        Configure configure =
                Configure.builder().bind("body", new PaperBody(paper)).build();
        try (XWPFTemplate word = XWPFTemplate.compile(new ByteArrayInputStream(template.bytes()), configure)) {
            word.render(values(paper)).write(out);
        }
    }

    private static Map<String, Object> values(OfficialPaper paper) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "organ",
                Texts.of(paper.organ()).fontSize(headSize(paper.organ())).create());
        values.put("number", paper.number());
        values.put("title", paper.title());
        values.put("addressee", paper.addressee().isEmpty() ? "" : paper.addressee() + "：");
        values.put("body", paper);
        return values;
    }

    /** As large as one line of the text's width allows. */
    private static double headSize(String organ) {
        double fitting = Math.floor(TEXT_WIDTH_POINTS / Math.max(1, organ.length()));
        return Math.max(SMALLEST_HEAD, Math.min(LARGEST_HEAD, fitting));
    }
}
