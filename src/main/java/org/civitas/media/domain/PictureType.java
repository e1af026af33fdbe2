package org.civitas.media.domain;

import java.nio.charset.StandardCharsets;
import org.civitas.shared.RuleViolation;

/** 图片类型 — told by the first bytes of the file, never by its name. */
public enum PictureType {
    JPEG("image/jpeg"),
    PNG("image/png");

    private final String contentType;

    PictureType(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * The type of a file.
     *
     * @throws RuleViolation in words: {@code media.empty}, or {@code media.type} for anything that can not be decoded safely
     */
    public static PictureType of(byte[] file) {
        if (file.length == 0) {
            throw new RuleViolation("media.empty", "图片是空的（0 字节），请重新拍摄或选择。");
        }
        if (begins(file, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (begins(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        throw new RuleViolation("media.type", words(file));
    }

    private static String words(byte[] file) {
        if (begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P')) {
            return "暂不支持 WebP 图片，请转为 JPEG 或 PNG 后上传。";
        }
        if (begins(file, 4, 'f', 't', 'y', 'p')) {
            String brand = new String(file, 8, Math.min(4, Math.max(0, file.length - 8)), StandardCharsets.US_ASCII);
            return brand.startsWith("hei") || brand.startsWith("mif") || brand.startsWith("hev")
                    ? "暂不支持 HEIC 图片，请在手机相机设置里改为“兼容性最佳（JPEG）”，或转为 JPEG 后上传。"
                    : "文件是视频，这里只能上传 JPEG 或 PNG 图片。";
        }
        return "文件不是 JPEG 或 PNG 图片（按内容判断，与扩展名无关），请重新选择。";
    }

    private static boolean begins(byte[] file, int at, int... wanted) {
        if (file.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((file[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
