create table case_type (
    code           text primary key,
    name           text not null constraint case_type_name_filled check (name <> ''),
    category       text not null,
    source         text not null constraint case_type_source check (source in ('LOCAL', 'GB47678')),
    limit_amount   int not null constraint case_type_limit check (limit_amount between 1 and 9999),
    limit_unit     text not null
        constraint case_type_limit_unit check (limit_unit in ('NATURAL_HOURS', 'WORKING_HOURS', 'WORKING_DAYS')),
    picture_needed boolean not null,
    enabled        boolean not null,
    position       int not null,
    keywords       text[] not null,
    version        int not null default 0
);
comment on table case_type is '问题类型：默认时限、是否须凭照片判断';
comment on column case_type.code is '类型代码';
comment on column case_type.name is '名称';
comment on column case_type.category is '大类';
comment on column case_type.source is '来源：LOCAL 本市；GB47678 国标代码（二手·未核对）';
comment on column case_type.limit_amount is '默认时限数';
comment on column case_type.limit_unit is '默认时限单位：小时、工作小时、工作日';
comment on column case_type.picture_needed is '是否须凭整改后照片判断结果';
comment on column case_type.enabled is '是否启用';
comment on column case_type.position is '排列顺序';
comment on column case_type.keywords is '督查问题描述中出现即归入此类的词';
comment on column case_type.version is '版本';

create table case_route (
    id        uuid primary key,
    type_code text not null constraint case_route_type references case_type (code),
    area_code text not null,
    unit_id   uuid not null,
    constraint case_route_once unique (type_code, area_code)
);
comment on table case_route is '默认责任单位：某类问题在某区域及其下级交给谁';
comment on column case_route.id is '标识';
comment on column case_route.type_code is '问题类型';
comment on column case_route.area_code is '区域代码';
comment on column case_route.unit_id is '单位';

create sequence case_number_seq;

create table case_file (
    id               uuid primary key,
    number           text not null constraint case_file_number unique,
    state            text not null constraint case_file_state check (state in
        ('REPORTED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'SUBMITTED', 'CLOSED', 'DISMISSED', 'ANNULLED')),
    version          int not null,
    cycle            int not null,
    type_code        text not null constraint case_file_type references case_type (code),
    channel          text not null constraint case_file_channel check (channel in
        ('INSPECTION', 'OFFICER', 'CITIZEN', 'OBSERVER', 'HOTLINE', 'SENSOR')),
    description      text not null constraint case_file_described check (description <> ''),
    area_code        text not null,
    site_id          uuid,
    site_name        text,
    site_type        text,
    check_item_code  text,
    check_item_text  text,
    spot             text not null,
    longitude        double precision,
    latitude         double precision,
    reporter_id      uuid not null,
    reporter_name    text not null,
    source_id        uuid constraint case_file_source unique,
    plan_kind        text,
    picture_needed   boolean not null,
    found_at         timestamptz not null,
    reported_at      timestamptz not null,
    accepted_at      timestamptz,
    submitted_at     timestamptz,
    closed_at        timestamptz,
    lead_unit_id     uuid,
    holder_unit_id   uuid,
    unit_ids         uuid[] not null,
    deadline_at      timestamptz,
    warn_at          timestamptz,
    long_overdue_at  timestamptz,
    stopped_at       timestamptz,
    provisional      boolean not null,
    refusals         int not null,
    reworks          int not null,
    seen_again       int not null,
    annul_proposed   boolean not null,
    before_pictures  uuid[] not null,
    after_pictures   uuid[] not null,
    search           tsvector not null
);
create index case_file_reported on case_file (reported_at desc, id desc);
create index case_file_area on case_file (area_code text_pattern_ops, reported_at desc);
create index case_file_state_reported on case_file (state, reported_at desc, id desc);
create index case_file_deadline on case_file (deadline_at, id) where state in ('DISPATCHED', 'HANDLING', 'SUBMITTED');
create index case_file_units on case_file using gin (unit_ids);
create index case_file_lead on case_file (lead_unit_id, reported_at desc);
create index case_file_search on case_file using gin (search);
create index case_file_spot on case_file (site_id, check_item_code) where state not in ('CLOSED', 'DISMISSED', 'ANNULLED');
create index case_file_type_area on case_file (type_code, area_code text_pattern_ops);
create index case_file_provisional on case_file (id) where provisional;
comment on table case_file is '案件：由办理经过推出的当前情况，每一步同一事务写入';
comment on column case_file.id is '标识';
comment on column case_file.number is '案件编号';
comment on column case_file.state is '状态';
comment on column case_file.version is '版本：办理经过的条数';
comment on column case_file.cycle is '第几轮';
comment on column case_file.type_code is '问题类型';
comment on column case_file.channel is '来源渠道：督查、工作人员、群众、观察员、热线、传感器';
comment on column case_file.description is '问题描述';
comment on column case_file.area_code is '区域代码';
comment on column case_file.site_id is '点位';
comment on column case_file.site_name is '发现时的点位名称';
comment on column case_file.site_type is '发现时的点位类型';
comment on column case_file.check_item_code is '检查项代码';
comment on column case_file.check_item_text is '发现时的检查项内容';
comment on column case_file.spot is '具体位置';
comment on column case_file.longitude is '经度（WGS-84）';
comment on column case_file.latitude is '纬度（WGS-84）';
comment on column case_file.reporter_id is '发现人账号';
comment on column case_file.reporter_name is '发现人（只供创建办查看）';
comment on column case_file.source_id is '来源记录，如督查观察';
comment on column case_file.plan_kind is '督查计划种类';
comment on column case_file.picture_needed is '是否须凭整改后照片判断';
comment on column case_file.found_at is '发现时间';
comment on column case_file.reported_at is '上报时间';
comment on column case_file.accepted_at is '受理时间';
comment on column case_file.submitted_at is '最近一次提交整改结果的时间';
comment on column case_file.closed_at is '销号时间';
comment on column case_file.lead_unit_id is '牵头单位';
comment on column case_file.holder_unit_id is '正在办理的单位';
comment on column case_file.unit_ids is '牵头、协办、承接转派的全部单位：单位只能看见其中有自己的案件';
comment on column case_file.deadline_at is '期限（由办理经过和日历推出）';
comment on column case_file.warn_at is '时限用到 75% 的时刻';
comment on column case_file.long_overdue_at is '超期三个工作日的时刻';
comment on column case_file.stopped_at is '停表时刻：提交后等待核查';
comment on column case_file.provisional is '暂定：期限落在节假日安排未公布的年份';
comment on column case_file.refusals is '退单次数';
comment on column case_file.reworks is '返工次数';
comment on column case_file.seen_again is '再次发现次数';
comment on column case_file.annul_proposed is '有人申请撤销，待另一人确认';
comment on column case_file.before_pictures is '整改前照片';
comment on column case_file.after_pictures is '整改后照片';
comment on column case_file.search is '检索词';

create table case_step (
    case_id      uuid not null,
    seq          int not null,
    cycle        int not null,
    command      text not null,
    from_state   text,
    to_state     text not null,
    at           timestamptz not null,
    account_id   uuid not null,
    account_name text not null,
    unit_id      uuid,
    words        text not null,
    facts        jsonb not null,
    deadline_at  timestamptz,
    request_id   uuid not null,
    written      xid8 not null default pg_current_xact_id(),
    constraint case_step_pk primary key (case_id, seq),
    constraint case_step_request unique (request_id)
);
comment on table case_step is '办理经过：只增不改，案件可由它重建';
comment on column case_step.case_id is '案件';
comment on column case_step.seq is '第几步';
comment on column case_step.cycle is '第几轮';
comment on column case_step.command is '操作';
comment on column case_step.from_state is '之前的状态';
comment on column case_step.to_state is '之后的状态';
comment on column case_step.at is '时间';
comment on column case_step.account_id is '经办账号';
comment on column case_step.account_name is '经办人';
comment on column case_step.unit_id is '经办单位';
comment on column case_step.words is '说明';
comment on column case_step.facts is '要点（JSON）';
comment on column case_step.deadline_at is '这一步之后的期限';
comment on column case_step.request_id is '客户端请求标识：同一请求只办一次';
comment on column case_step.written is '写入事务，供按提交顺序读取';

create table case_cycle (
    case_id             uuid not null,
    cycle               int not null,
    lead_unit_id        uuid not null,
    first_dispatched_at timestamptz not null,
    dispatched_at       timestamptz,
    sign_due_at         timestamptz,
    signed_at           timestamptz,
    deadline_at         timestamptz,
    first_submitted_at  timestamptz,
    first_rework_at     timestamptz,
    first_refused_at    timestamptz,
    stopped_at          timestamptz,
    closed_at           timestamptz,
    on_time             boolean,
    handling_minutes    int,
    constraint case_cycle_pk primary key (case_id, cycle)
);
create index case_cycle_due on case_cycle (deadline_at);
create index case_cycle_dispatched on case_cycle (first_dispatched_at);
comment on table case_cycle is '办理轮次：统计的计数单位，从交办到销号';
comment on column case_cycle.case_id is '案件';
comment on column case_cycle.cycle is '第几轮';
comment on column case_cycle.lead_unit_id is '牵头单位';
comment on column case_cycle.first_dispatched_at is '首次交办';
comment on column case_cycle.dispatched_at is '现行交办；退单或改派后为空';
comment on column case_cycle.sign_due_at is '应签收时刻';
comment on column case_cycle.signed_at is '签收时刻';
comment on column case_cycle.deadline_at is '批准的期限';
comment on column case_cycle.first_submitted_at is '首次提交整改结果';
comment on column case_cycle.first_rework_at is '首次退回返工';
comment on column case_cycle.first_refused_at is '首次退单';
comment on column case_cycle.stopped_at is '停表时刻';
comment on column case_cycle.closed_at is '销号时刻';
comment on column case_cycle.on_time is '通过的那次提交是否在期限内';
comment on column case_cycle.handling_minutes is '整改用时（工作时间，分钟，不含待核查）';

create table case_assignment (
    case_id           uuid not null,
    cycle             int not null,
    level             int not null,
    from_unit_id      uuid not null,
    unit_id           uuid not null,
    assigned_at       timestamptz not null,
    inner_deadline_at timestamptz not null,
    handed_in_at      timestamptz,
    constraint case_assignment_pk primary key (case_id, cycle, level)
);
create index case_assignment_unit on case_assignment (unit_id, assigned_at);
comment on table case_assignment is '转派：二级交办及以下';
comment on column case_assignment.case_id is '案件';
comment on column case_assignment.cycle is '第几轮';
comment on column case_assignment.level is '第几级';
comment on column case_assignment.from_unit_id is '转派单位';
comment on column case_assignment.unit_id is '承接单位';
comment on column case_assignment.assigned_at is '转派时间';
comment on column case_assignment.inner_deadline_at is '内部期限';
comment on column case_assignment.handed_in_at is '报送上级的时间';

create table case_feed_position (
    consumer text primary key,
    epoch    int not null,
    tx       bigint not null,
    id       uuid not null
);
comment on table case_feed_position is '读取其他模块记录流的位置，与结果同一事务写入';
comment on column case_feed_position.consumer is '读取者';
comment on column case_feed_position.epoch is '纪元';
comment on column case_feed_position.tx is '事务';
comment on column case_feed_position.id is '记录';

create table case_source (
    source_id uuid primary key,
    case_id   uuid not null
);
create index case_source_case on case_source (case_id);
comment on table case_source is '来源记录与案件：每条督查观察只对应一个案件';
comment on column case_source.source_id is '来源记录';
comment on column case_source.case_id is '案件';

create table case_setting (
    id                    int primary key default 1 constraint case_setting_single check (id = 1),
    max_refusals          int not null constraint case_setting_refusals check (max_refusals between 0 and 9),
    rework_allowance      int,
    rework_allowance_unit text,
    sign_limit            int not null,
    sign_limit_unit       text not null,
    constraint case_setting_allowance check ((rework_allowance is null) = (rework_allowance_unit is null))
);
insert into case_setting (max_refusals, sign_limit, sign_limit_unit) values (2, 4, 'WORKING_HOURS');
comment on table case_setting is '办理规则';
comment on column case_setting.id is '只有一行';
comment on column case_setting.max_refusals is '每轮最多退单次数';
comment on column case_setting.rework_allowance is '每次返工增加的时限';
comment on column case_setting.rework_allowance_unit is '返工增加时限的单位';
comment on column case_setting.sign_limit is '签收时限';
comment on column case_setting.sign_limit_unit is '签收时限单位';
