create table holiday_decree (
    year      int primary key constraint holiday_decree_year check (year between 2000 and 2100),
    content   text not null,
    loaded_at timestamptz not null
);
comment on table holiday_decree is '节假日安排：本市补充或更正的年度文件，优先于系统自带的文件';
comment on column holiday_decree.year is '年份';
comment on column holiday_decree.content is '年度文件原文（JSON）';
comment on column holiday_decree.loaded_at is '载入时间';

create table office_hours (
    position int primary key,
    opens    time not null,
    closes   time not null,
    constraint office_hours_order check (opens < closes)
);
comment on table office_hours is '办公时间：空表示用默认的 09:00–12:00、13:30–17:30';
comment on column office_hours.position is '第几段';
comment on column office_hours.opens is '开始';
comment on column office_hours.closes is '结束';
