package org.civitas.bulletin.application;

import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.shared.Period;

/** What stands on the first bulletin of an area until its office writes other words. */
final class FirstWords {

    private FirstWords() {}

    static String title(Period period) {
        String when = period.first().getYear() + "年" + period.first().getMonthValue() + "月";
        return "关于" + when + "文明创建督查整改情况的通报";
    }

    static Head head(String areaName) {
        String organ = areaName + "文明创建工作领导小组办公室";
        return new Head(organ + "文件", "各区县、各有关单位，各街道（乡镇）", organ, "");
    }

    /** 发文代字, such as 云文创办. */
    static String numberWord(String areaName) {
        return areaName.substring(0, 1) + "文创办";
    }
}
