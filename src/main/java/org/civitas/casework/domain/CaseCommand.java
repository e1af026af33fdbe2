package org.civitas.casework.domain;

/** 案件操作 — what can be done with a case, and by whom. */
public enum CaseCommand {
    REPORT("上报", CaseParty.REPORTER, false),
    FIND("督查发现", CaseParty.REPORTER, false),
    SEEN_AGAIN("再次发现", CaseParty.REPORTER, false),
    ACCEPT("受理", CaseParty.COORDINATOR, false),
    DISMISS("不予受理", CaseParty.COORDINATOR, true),
    DISPATCH("交办", CaseParty.COORDINATOR, false),
    SIGN("签收", CaseParty.LEAD_UNIT, false),
    REFUSE("退单", CaseParty.LEAD_UNIT, true),
    RECALL("改派", CaseParty.COORDINATOR, true),
    ASSIGN("转派", CaseParty.HOLDER, false),
    HAND_IN("报送上级单位", CaseParty.HOLDER, true),
    SEND_BACK("退回下级单位", CaseParty.HOLDER, true),
    SUBMIT("提交整改结果", CaseParty.LEAD_UNIT, true),
    PASS("核查通过并销号", CaseParty.VERIFIER, false),
    FAIL("退回返工", CaseParty.VERIFIER, true),
    PROPOSE_ANNUL("申请撤销", CaseParty.COORDINATOR, true),
    CONFIRM_ANNUL("确认撤销", CaseParty.COORDINATOR, false),
    REJECT_ANNUL("不同意撤销", CaseParty.COORDINATOR, false);

    private final String word;
    private final CaseParty party;
    private final boolean needsWords;

    CaseCommand(String word, CaseParty party, boolean needsWords) {
        this.word = word;
        this.party = party;
        this.needsWords = needsWords;
    }

    public String word() {
        return word;
    }

    public CaseParty party() {
        return party;
    }

    /** Whether the one who gives it must say why or what. */
    public boolean needsWords() {
        return needsWords;
    }
}
