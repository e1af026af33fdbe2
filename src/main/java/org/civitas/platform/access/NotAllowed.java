package org.civitas.platform.access;

/** The account lacks a permission; answered as 403. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(Permission permission) {
        super("您的角色没有“" + permission.words() + "”的权限。");
    }

    /** @param words why not, in Chinese */
    public NotAllowed(String words) {
        super(words);
    }
}
