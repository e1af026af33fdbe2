create table ranking_scheme (
    id         uuid primary key,
    name       text not null,
    edition    int not null,
    least_due  int not null constraint ranking_scheme_least_due check (least_due >= 1),
    items      jsonb not null,
    created_at timestamptz not null,
    constraint ranking_scheme_edition unique (name, edition)
);
comment on table ranking_scheme is '排名办法：指标与权重，改动即新增一版，用过的不变';
comment on column ranking_scheme.id is '标识';
comment on column ranking_scheme.name is '名称';
comment on column ranking_scheme.edition is '第几版';
comment on column ranking_scheme.least_due is '到期应办结问题少于此数的不参与排名';
comment on column ranking_scheme.items is '指标与权重，权重之和为 100';
comment on column ranking_scheme.created_at is '制定时间';
insert into ranking_scheme (id, name, edition, least_due, items, created_at)
values ('01900000-0000-7000-8000-000000007001', '综合排名办法', 1, 1,
        '[{"indicator": "MENDED_RATE", "weight": 30}, {"indicator": "ON_TIME_RATE", "weight": 30},
          {"indicator": "FIRST_PASS_RATE", "weight": 10}, {"indicator": "SIGNED_IN_TIME_RATE", "weight": 10},
          {"indicator": "SCORE_RATE", "weight": 20}]'::jsonb, now());

create table bulletin (
    id                uuid primary key,
    state             text not null constraint bulletin_state check (state in ('DRAFT', 'PUBLISHED')),
    title             text not null,
    area_code         text not null,
    period_first      date not null,
    period_last       date not null,
    cutoff_at         timestamptz not null,
    round_id          uuid,
    scheme_id         uuid not null constraint bulletin_scheme references ranking_scheme (id),
    number_word       text not null,
    number_year       int,
    number_running    int,
    edition           int not null default 1,
    corrects_id       uuid constraint bulletin_corrects references bulletin (id),
    correction_reason text,
    content           jsonb not null,
    characters        int not null,
    created_by        text not null,
    created_at        timestamptz not null,
    published_by      text,
    published_at      timestamptz,
    version           int not null default 0,
    constraint bulletin_period check (period_last >= period_first),
    constraint bulletin_correction check ((corrects_id is null) = (correction_reason is null)),
    constraint bulletin_numbered check (state = 'DRAFT' or (number_year is not null and number_running is not null and published_at is not null)),
    constraint bulletin_number unique (number_word, number_year, number_running, edition),
    constraint bulletin_corrected_once unique (corrects_id)
);
create index bulletin_list on bulletin (created_at desc, id desc);
create index bulletin_area on bulletin (area_code text_pattern_ops);
comment on table bulletin is '通报：草稿可改，发布后不变；更正是新的一版';
comment on column bulletin.id is '标识';
comment on column bulletin.state is '状态：草稿、已发布';
comment on column bulletin.title is '标题';
comment on column bulletin.area_code is '通报的区域';
comment on column bulletin.period_first is '时段开始日期';
comment on column bulletin.period_last is '时段结束日期';
comment on column bulletin.cutoff_at is '数据截止时间';
comment on column bulletin.round_id is '采用的已发布测评轮次';
comment on column bulletin.scheme_id is '采用的排名办法';
comment on column bulletin.number_word is '发文机关代字';
comment on column bulletin.number_year is '发文年份，发布时给出';
comment on column bulletin.number_running is '发文序号，发布时给出';
comment on column bulletin.edition is '第几版，更正版从 2 起';
comment on column bulletin.corrects_id is '更正哪一份通报';
comment on column bulletin.correction_reason is '更正原因';
comment on column bulletin.content is '通报内容，含全部数字的副本';
comment on column bulletin.characters is '正文字数';
comment on column bulletin.created_by is '起草人';
comment on column bulletin.created_at is '起草时间';
comment on column bulletin.published_by is '发布人';
comment on column bulletin.published_at is '发布时间';
comment on column bulletin.version is '版本';

create function bulletin_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'published bulletin % never changes', old.id using errcode = 'restrict_violation';
end $$;
create trigger bulletin_final before update or delete on bulletin
    for each row when (old.state = 'PUBLISHED') execute function bulletin_is_final();

create table bulletin_picture (
    bulletin_id uuid not null constraint bulletin_picture_bulletin references bulletin (id) on delete cascade,
    picture_id  uuid not null,
    constraint bulletin_picture_key primary key (bulletin_id, picture_id)
);
create index bulletin_picture_picture on bulletin_picture (picture_id);
comment on table bulletin_picture is '通报里的图片，用来判断谁能看';
comment on column bulletin_picture.bulletin_id is '通报';
comment on column bulletin_picture.picture_id is '图片';
