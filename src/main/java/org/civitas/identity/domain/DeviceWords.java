package org.civitas.identity.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 设备说明 — rough words for the device of a session, so that its owner knows it again; nothing that identifies it. */
public final class DeviceWords {

    private static final Map<String, String> SYSTEMS = inOrder(
            "HarmonyOS",
            "鸿蒙手机",
            "OpenHarmony",
            "鸿蒙手机",
            "Android",
            "安卓手机",
            "iPhone",
            "苹果手机",
            "iPad",
            "苹果平板",
            "Windows",
            "Windows 电脑",
            "Macintosh",
            "苹果电脑",
            "Linux",
            "Linux 电脑");
    private static final Map<String, String> BROWSERS = inOrder(
            "MicroMessenger",
            "微信",
            "DingTalk",
            "钉钉",
            "Edg",
            "Edge",
            "QIHU",
            "360 浏览器",
            "Firefox",
            "Firefox",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari");

    private DeviceWords() {}

    /** @param userAgent the header of the request, if it came with one */
    public static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "未知设备";
        }
        return find(SYSTEMS, userAgent, "其他设备") + " · " + find(BROWSERS, userAgent, "其他程序");
    }

    private static String find(Map<String, String> words, String text, String otherwise) {
        return words.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
