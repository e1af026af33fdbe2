package org.civitas.platform.limits;

import java.io.IOException;

/** A body without a declared length turned out larger than any operation needs; answered as 413. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(long most) {
        super(words(most));
    }

    static String words(long most) {
        return "提交的内容超过 " + (most >> 10) + " KB，请减少内容或分几次提交；文件请用上传功能。";
    }
}
