package org.civitas.platform.web;

/** There is no such thing, or it is outside the asker's scope; answered as 404. */
public class NotFound extends RuntimeException {

    /** @param what the kind of thing in Chinese, such as 问题 or 点位 */
    public NotFound(String what) {
        super("没有找到这个" + what + "，它可能已被删除，或不在您的数据范围内。");
    }
}
