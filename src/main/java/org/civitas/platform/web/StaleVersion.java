package org.civitas.platform.web;

/** Somebody else changed the record since the asker read it; answered as 409 {@code version.stale}. */
public class StaleVersion extends Conflict {

    public StaleVersion() {
        super("version.stale", "这条记录刚刚被别人修改过，请刷新后再试，以免覆盖对方的改动。");
    }
}
