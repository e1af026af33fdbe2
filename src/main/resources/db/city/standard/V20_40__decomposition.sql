create table decomposition_change (
    id           uuid primary key,
    edition_id   uuid not null constraint decomposition_change_edition references edition (id) on delete cascade,
    number       int  not null,
    way          text not null constraint decomposition_change_way check (way in ('BULK', 'IMPORT', 'COPY', 'LOAD')),
    first_day    date not null,
    reason       text not null,
    what         text not null,
    subjects     int  not null,
    account_id   uuid,
    account_name text not null,
    recorded_at  timestamptz not null,
    undone_at    timestamptz,
    undone_by    text,
    constraint decomposition_change_number unique (edition_id, number)
);
comment on table decomposition_change is '任务分解改动：一次改动涉及若干对象，可整次撤销';
comment on column decomposition_change.id is '标识';
comment on column decomposition_change.edition_id is '体系版本';
comment on column decomposition_change.number is '该体系的第几次改动，从1起';
comment on column decomposition_change.way is '方式：成批指定、表格导入、随体系复制、载入';
comment on column decomposition_change.first_day is '最早的生效日期';
comment on column decomposition_change.reason is '改动依据';
comment on column decomposition_change.what is '改了什么，一句话';
comment on column decomposition_change.subjects is '涉及对象数';
comment on column decomposition_change.account_id is '改动账号';
comment on column decomposition_change.account_name is '改动人';
comment on column decomposition_change.recorded_at is '记录时间';
comment on column decomposition_change.undone_at is '撤销时间';
comment on column decomposition_change.undone_by is '撤销人';

create table decomposition_line (
    edition_id   uuid not null,
    subject_kind text not null constraint decomposition_line_kind check (subject_kind in ('REQUIREMENT', 'SITE_TYPE', 'CHECK_ITEM')),
    subject_code text not null,
    number       int  not null,
    change_id    uuid not null constraint decomposition_line_change references decomposition_change (id) on delete cascade,
    first_day    date not null,
    lead_unit_id uuid,
    co_unit_ids  uuid[] not null,
    undone       boolean not null default false,
    constraint decomposition_line_key primary key (edition_id, subject_kind, subject_code, number)
);
create index decomposition_line_change_id on decomposition_line (change_id);
comment on table decomposition_line is '任务分解：某测评要求、点位类型或检查项从某日起由谁牵头、谁配合；只追加，撤销的打标记';
comment on column decomposition_line.edition_id is '体系版本';
comment on column decomposition_line.subject_kind is '对象类别：测评要求、点位类型、检查项';
comment on column decomposition_line.subject_code is '对象编码';
comment on column decomposition_line.number is '该对象的第几次指定，从1起';
comment on column decomposition_line.change_id is '所属改动';
comment on column decomposition_line.first_day is '生效日期';
comment on column decomposition_line.lead_unit_id is '牵头单位；空为不指定';
comment on column decomposition_line.co_unit_ids is '配合单位';
comment on column decomposition_line.undone is '是否已撤销';
