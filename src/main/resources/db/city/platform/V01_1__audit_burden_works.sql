create table audit_line (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    account_id   uuid,
    account_name text not null,
    action       text not null,
    subject_kind text not null,
    subject_id   text not null,
    details      jsonb not null,
    trace        text
);
create index audit_line_at on audit_line (at desc, id desc);
create index audit_line_subject on audit_line (subject_kind, subject_id, id desc);
comment on table audit_line is '审计：每一次改动一行，与改动同一事务，只追加';
comment on column audit_line.id is '序号';
comment on column audit_line.at is '时间';
comment on column audit_line.account_id is '账号标识；系统动作为空';
comment on column audit_line.account_name is '账号姓名';
comment on column audit_line.action is '动作代码';
comment on column audit_line.subject_kind is '对象类别';
comment on column audit_line.subject_id is '对象标识';
comment on column audit_line.details is '内容';
comment on column audit_line.trace is '请求追踪号';

create table burden_entry (
    id         uuid primary key,
    on_day     date not null,
    kind       text not null constraint burden_entry_kind check (kind in ('TASK', 'PAPER', 'FORM', 'PICTURE', 'VISIT')),
    unit_id    uuid not null,
    cause      text not null,
    subject_id text not null
);
create index burden_entry_unit_day on burden_entry (unit_id, on_day);
create index burden_entry_day on burden_entry (on_day);
comment on table burden_entry is '负担台账：每一项任务、文书、填表、照片要求记一行，只到单位，不到个人，不记个人用时';
comment on column burden_entry.id is '标识';
comment on column burden_entry.on_day is '提出日期';
comment on column burden_entry.kind is '类别：任务、文书、填表、照片、检查';
comment on column burden_entry.unit_id is '承受单位';
comment on column burden_entry.cause is '事由';
comment on column burden_entry.subject_id is '对应的对象';

create table work (
    id           uuid primary key,
    kind         text not null,
    title        text not null,
    state        text not null constraint work_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    account_id   uuid,
    account_name text not null,
    data         jsonb not null,
    done         bigint not null default 0,
    total        bigint not null default 0,
    message      text not null default '',
    result_url   text,
    created_at   timestamptz not null,
    ended_at     timestamptz
);
create index work_account on work (account_id, created_at desc);
comment on table work is '后台工作：导入、计算、导出，带进度';
comment on column work.id is '标识';
comment on column work.kind is '种类';
comment on column work.title is '名称';
comment on column work.state is '状态';
comment on column work.account_id is '发起账号';
comment on column work.account_name is '发起人姓名';
comment on column work.data is '参数';
comment on column work.done is '已完成数';
comment on column work.total is '总数，0 为未知';
comment on column work.message is '进展或结果的说明';
comment on column work.result_url is '结果所在地址';
comment on column work.created_at is '发起时间';
comment on column work.ended_at is '结束时间';

create table setting (
    name       text primary key,
    value      jsonb not null,
    changed_at timestamptz not null,
    version    int not null default 0
);
comment on table setting is '本市设置（备案信息、投诉建议链接、机关名称等）';
comment on column setting.name is '名称';
comment on column setting.value is '内容';
comment on column setting.changed_at is '修改时间';
comment on column setting.version is '版本';
