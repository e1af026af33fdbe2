package org.civitas.bulletin.application;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.bulletin.persistence.SchemeTable;
import org.civitas.media.Media;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.docx.OfficialPaper;
import org.civitas.platform.docx.PaperPicture;
import org.civitas.platform.docx.PaperWriter;
import org.civitas.platform.web.NotFound;
import org.springframework.stereotype.Service;

/** Reads bulletins: those a user may see, as page or as Word paper. */
@Service
public class Bulletins {

    public static final int MOST_CHARACTERS = BulletinPaper.MOST_CHARACTERS;

    private final BulletinTable table;
    private final SchemeTable schemes;
    private final ComposeContent composing;
    private final Media media;
    private final PaperWriter papers;

    Bulletins(BulletinTable table, SchemeTable schemes, ComposeContent composing, Media media, PaperWriter papers) {
        this.table = table;
        this.schemes = schemes;
        this.composing = composing;
        this.media = media;
        this.papers = papers;
    }

    public Stored one(CurrentUser user, UUID id) {
        return table.find(user, id).orElseThrow(() -> new NotFound("通报"));
    }

    /** 发文字号, with blanks in a draft. */
    public String number(Stored bulletin) {
        return BulletinPaper.number(bulletin);
    }

    /** What the person who publishes should know; nothing of it forbids. */
    public List<String> warnings(Stored bulletin) {
        List<String> warnings = new ArrayList<>();
        if (bulletin.characters() > BulletinPaper.MOST_CHARACTERS) {
            warnings.add("正文 " + bulletin.characters() + " 字，超过专项文件 4000 字的上限，请精简。");
        }
        if (bulletin.roundId() == null) {
            warnings.add("没有选择已发布的测评轮次，测评得分率不参与排名。");
        }
        if (bulletin.content().typical().isEmpty()) {
            warnings.add("没有整改前后对照的典型问题。");
        }
        if (bulletin.content().units().lines().isEmpty()) {
            warnings.add("本期没有参与排名的责任单位。");
        }
        return warnings;
    }

    /** Mended cases with pictures before and after, from which the typical ones are chosen. */
    public List<Typical> candidates(CurrentUser user, UUID id) {
        Stored bulletin = one(user, id);
        return composing.candidates(source(bulletin), 30);
    }

    /** The paper as it would be printed, without its pictures. */
    public OfficialPaper paper(Stored bulletin) {
        return BulletinPaper.of(bulletin, id -> Optional.empty());
    }

    public void write(Stored bulletin, OutputStream out) throws IOException {
        papers.write(BulletinPaper.of(bulletin, id -> media.shown(id).flatMap(PaperPicture::of)), out);
    }

    ComposeContent.Source source(Stored bulletin) {
        return new ComposeContent.Source(
                bulletin.areaCode(),
                bulletin.period(),
                bulletin.cutoff(),
                bulletin.roundId(),
                schemes.byId(bulletin.schemeId()).orElseThrow().scheme());
    }
}
