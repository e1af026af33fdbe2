package org.civitas.standard.domain;

/**
 * 体系缺陷 — what is wrong with an edition and where.
 *
 * @param code stable code of the rule
 * @param part the sheet of the workbook where it stands
 * @param subject code of the node, requirement, site type or check item
 * @param field header of the column
 * @param message a whole Chinese sentence
 */
public record EditionFault(String code, Part part, String subject, String field, String message) {

    /** 工作表 — the parts of an edition, as the workbook lays them out. */
    public enum Part {
        TREE("体系"),
        CRITERIA("标准"),
        SITE_TYPES("点位类型"),
        CHECK_ITEMS("检查项"),
        MAPPINGS("对应");

        private final String sheet;

        Part(String sheet) {
            this.sheet = sheet;
        }

        public String sheet() {
            return sheet;
        }
    }
}
