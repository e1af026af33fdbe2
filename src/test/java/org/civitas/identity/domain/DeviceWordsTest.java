package org.civitas.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36, Windows 电脑 · Chrome",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0, Windows 电脑 · Edge",
        "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 MicroMessenger/8, 安卓手机 · 微信",
        "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0, Linux 电脑 · Firefox",
        "curl/8, 其他设备 · 其他程序"
    })
    void a_device_is_told_in_rough_words(String agent, String words) {
        assertThat(DeviceWords.of(agent)).isEqualTo(words);
    }
}
