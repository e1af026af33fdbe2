create table inspection_plan (
    id                 uuid primary key,
    title              text not null,
    kind               text not null constraint inspection_plan_kind check (kind in ('COVERT', 'OPEN', 'LOOK_BACK', 'PATROL')),
    edition_id         uuid not null,
    first_day          date not null,
    last_day           date not null,
    area_code          text not null,
    owner_area_code    text not null,
    prefer_never_drawn boolean not null,
    state              text not null constraint inspection_plan_state check (state in ('DRAFT', 'DRAWN', 'UNDER_WAY', 'FINISHED', 'WITHDRAWN')),
    state_reason       text not null default '',
    released_at        timestamptz,
    created_by         uuid not null,
    created_by_name    text not null,
    created_at         timestamptz not null,
    version            int not null default 0,
    constraint inspection_plan_days check (last_day >= first_day),
    constraint inspection_plan_owner check (area_code like owner_area_code || '%')
);
create index inspection_plan_owner_area on inspection_plan (owner_area_code text_pattern_ops, created_at desc);
create index inspection_plan_area on inspection_plan (area_code text_pattern_ops, last_day);
comment on table inspection_plan is '督查计划；公开之前只有制定者及其上级办公室和承担的督查员可见';
comment on column inspection_plan.id is '标识';
comment on column inspection_plan.title is '名称';
comment on column inspection_plan.kind is '督查方式：暗访、明查、回头看、日常巡查';
comment on column inspection_plan.edition_id is '测评体系';
comment on column inspection_plan.first_day is '开始日期';
comment on column inspection_plan.last_day is '结束日期';
comment on column inspection_plan.area_code is '督查区域';
comment on column inspection_plan.owner_area_code is '制定单位的区域：其上级可见，同级和下级不可见';
comment on column inspection_plan.prefer_never_drawn is '抽取时是否优先从未抽中过的点位';
comment on column inspection_plan.state is '计划状态';
comment on column inspection_plan.state_reason is '撤回或重新抽取的理由';
comment on column inspection_plan.released_at is '公开时间；空为保密';
comment on column inspection_plan.created_by is '制定人账号';
comment on column inspection_plan.created_by_name is '制定人姓名';
comment on column inspection_plan.created_at is '制定时间';
comment on column inspection_plan.version is '版本，用于发现同时修改';

create table plan_quota (
    plan_id   uuid not null constraint plan_quota_plan references inspection_plan (id) on delete cascade,
    site_type text not null,
    area_code text not null,
    number    int not null constraint plan_quota_number check (number between 1 and 2000),
    constraint plan_quota_key primary key (plan_id, site_type, area_code)
);
comment on table plan_quota is '抽样配额：点位类型 × 区域 → 个数';
comment on column plan_quota.plan_id is '计划';
comment on column plan_quota.site_type is '点位类型';
comment on column plan_quota.area_code is '区域（含下级）';
comment on column plan_quota.number is '个数';

create table plan_draw (
    id                 uuid primary key,
    plan_id            uuid not null constraint plan_draw_plan references inspection_plan (id),
    draw_no            int not null,
    seed               text not null,
    algorithm          text not null,
    algorithm_version  int not null,
    candidates         text not null,
    candidates_hash    text not null,
    candidate_count    int not null,
    quotas             jsonb not null,
    exclusions         jsonb not null,
    prefer_never_drawn boolean not null,
    shortfalls         jsonb not null,
    drawn_count        int not null,
    result_hash        text not null,
    reason             text not null,
    drawn_by           uuid not null,
    drawn_by_name      text not null,
    drawn_at           timestamptz not null,
    constraint plan_draw_number unique (plan_id, draw_no)
);
comment on table plan_draw is '抽取记录：每次抽取一行，只追加；依据全部保存，可重抽验证';
comment on column plan_draw.id is '标识';
comment on column plan_draw.plan_id is '计划';
comment on column plan_draw.draw_no is '第几次抽取';
comment on column plan_draw.seed is '随机种子';
comment on column plan_draw.algorithm is '算法名称';
comment on column plan_draw.algorithm_version is '算法版本';
comment on column plan_draw.candidates is '候选名单全文，一行一个：标识、类型、区域、是否抽中过，制表符分隔';
comment on column plan_draw.candidates_hash is '候选名单的 SHA-256';
comment on column plan_draw.candidate_count is '候选点位数';
comment on column plan_draw.quotas is '抽取时的配额表';
comment on column plan_draw.exclusions is '排除的点位及理由';
comment on column plan_draw.prefer_never_drawn is '是否优先从未抽中过的点位';
comment on column plan_draw.shortfalls is '候选不足的配额';
comment on column plan_draw.drawn_count is '抽中点位数';
comment on column plan_draw.result_hash is '抽取结果的 SHA-256';
comment on column plan_draw.reason is '重新抽取的理由，首次为空';
comment on column plan_draw.drawn_by is '抽取人账号';
comment on column plan_draw.drawn_by_name is '抽取人姓名';
comment on column plan_draw.drawn_at is '抽取时间';

create table inspection_task (
    id             uuid primary key,
    plan_id        uuid not null constraint inspection_task_plan references inspection_plan (id),
    draw_id        uuid not null constraint inspection_task_draw references plan_draw (id),
    rank           int not null,
    ticket         text not null,
    cell_area      text not null,
    site_id        uuid not null,
    site_code      text not null,
    site_name      text not null,
    site_type      text not null,
    area_code      text not null,
    address        text not null,
    longitude      double precision,
    latitude       double precision,
    inspector_id   uuid,
    inspector_name text,
    state          text not null default 'OPEN' constraint inspection_task_state check (state in ('OPEN', 'VISITED', 'OBSTRUCTED')),
    state_note     text not null default '',
    visit_id       uuid,
    done_at        timestamptz,
    version        int not null default 0,
    constraint inspection_task_site unique (plan_id, site_id)
);
create index inspection_task_inspector on inspection_task (inspector_id, state);
create index inspection_task_of_site on inspection_task (site_id);
comment on table inspection_task is '督查任务：抽中的一个点位；点位的名称地址按抽取时复制';
comment on column inspection_task.id is '标识';
comment on column inspection_task.plan_id is '计划';
comment on column inspection_task.draw_id is '抽取记录';
comment on column inspection_task.rank is '在名单中的顺序';
comment on column inspection_task.ticket is '抽签值';
comment on column inspection_task.cell_area is '配额所属区域';
comment on column inspection_task.site_id is '点位';
comment on column inspection_task.site_code is '点位编号';
comment on column inspection_task.site_name is '点位名称';
comment on column inspection_task.site_type is '点位类型';
comment on column inspection_task.area_code is '点位所在区域';
comment on column inspection_task.address is '点位地址';
comment on column inspection_task.longitude is '经度';
comment on column inspection_task.latitude is '纬度';
comment on column inspection_task.inspector_id is '督查员账号';
comment on column inspection_task.inspector_name is '督查员姓名';
comment on column inspection_task.state is '状态：待查、已查、查不到';
comment on column inspection_task.state_note is '查不到的原因';
comment on column inspection_task.visit_id is '完成它的检查';
comment on column inspection_task.done_at is '完成时间';
comment on column inspection_task.version is '版本，用于发现同时修改';

create table visit (
    id             uuid primary key,
    plan_id        uuid,
    task_id        uuid,
    kind           text not null constraint visit_kind check (kind in ('COVERT', 'OPEN', 'LOOK_BACK', 'PATROL')),
    edition_id     uuid not null,
    site_id        uuid not null,
    site_name      text not null,
    site_type      text not null,
    area_code      text not null,
    owner_area_code text not null,
    inspector_id   uuid not null,
    inspector_name text not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null,
    received_at    timestamptz not null,
    remark         text not null,
    content_hash   text not null,
    constraint visit_times check (ended_at >= started_at)
);
create index visit_inspector on visit (inspector_id, ended_at desc, id desc);
create index visit_site on visit (site_id, ended_at desc);
create index visit_plan on visit (plan_id, ended_at desc);
comment on table visit is '检查：一名督查员到一个点位一次；标识在手机上生成，重复提交只存一次';
comment on column visit.id is '标识';
comment on column visit.plan_id is '计划；计划外的日常巡查为空';
comment on column visit.task_id is '任务';
comment on column visit.kind is '督查方式';
comment on column visit.edition_id is '测评体系';
comment on column visit.site_id is '点位';
comment on column visit.site_name is '点位名称';
comment on column visit.site_type is '点位类型';
comment on column visit.area_code is '点位所在区域';
comment on column visit.owner_area_code is '督查方的区域：公开之前只有它和上级办公室可见';
comment on column visit.inspector_id is '督查员账号';
comment on column visit.inspector_name is '督查员姓名';
comment on column visit.started_at is '开始时间';
comment on column visit.ended_at is '结束时间';
comment on column visit.received_at is '收到时间';
comment on column visit.remark is '说明';
comment on column visit.content_hash is '提交内容的 SHA-256，用于识别重复提交';

create table observation_epoch (
    only_row boolean primary key default true constraint observation_epoch_one check (only_row),
    epoch    int not null
);
insert into observation_epoch (epoch) values (1);
comment on table observation_epoch is '事务号的纪元：数据库恢复后事务号重新开始时加一';
comment on column observation_epoch.only_row is '只有一行';
comment on column observation_epoch.epoch is '当前纪元';

create table observation (
    id                uuid primary key,
    epoch             int not null,
    xid               bigint not null default pg_current_xact_id()::text::bigint,
    visit_id          uuid not null constraint observation_visit references visit (id),
    plan_id           uuid,
    kind              text not null constraint observation_kind check (kind in ('COVERT', 'OPEN', 'LOOK_BACK', 'PATROL')),
    edition_id        uuid not null,
    site_id           uuid not null,
    site_name         text not null,
    site_type         text not null,
    area_code         text not null,
    owner_area_code   text not null,
    check_item_code   text not null,
    check_item_text   text not null,
    outcome           text not null constraint observation_outcome check (outcome in ('CONFORMING', 'NONCONFORMING', 'NOT_APPLICABLE', 'GRADED', 'COUNTED', 'MEASURED')),
    grade             text constraint observation_grade check (grade in ('A', 'B', 'C', 'C_SHARP')),
    counted           int constraint observation_counted check (counted >= 0),
    figure            numeric,
    failed            boolean not null,
    faults            text[] not null,
    remark            text not null,
    fault_words       text not null,
    pictures          uuid[] not null,
    longitude         double precision,
    latitude          double precision,
    another_spot      boolean not null,
    observed_at       timestamptz not null,
    visited_at        timestamptz not null,
    inspector_id      uuid not null,
    inspector_name    text not null,
    corrects          uuid constraint observation_corrects references observation (id),
    correction_reason text,
    constraint observation_value check ((outcome = 'GRADED') = (grade is not null)
        and (outcome = 'COUNTED') = (counted is not null) and (outcome = 'MEASURED') = (figure is not null)),
    constraint observation_correction check ((corrects is null) = (correction_reason is null)),
    constraint observation_corrected_once unique (corrects)
);
create index observation_feed on observation (epoch, xid, id) where failed or corrects is not null;
create index observation_visit_id on observation (visit_id);
create index observation_plan on observation (plan_id, visited_at desc, id desc);
create index observation_area on observation (area_code text_pattern_ops, visited_at desc, id desc);
create index observation_site on observation (site_id, visited_at desc);
create index observation_pictures on observation using gin (pictures);
create index observation_time on observation (visited_at desc, id desc);
comment on table observation is '观察记录：一个检查项在一个点位的一次判定，只追加，更正是另一条记录';
comment on column observation.id is '标识，在手机上生成';
comment on column observation.epoch is '事务号的纪元';
comment on column observation.xid is '写入它的事务号，与纪元、标识一起是它在问题流中的位置';
comment on column observation.visit_id is '检查';
comment on column observation.plan_id is '计划；计划外为空';
comment on column observation.kind is '督查方式';
comment on column observation.edition_id is '测评体系';
comment on column observation.site_id is '点位';
comment on column observation.site_name is '点位名称';
comment on column observation.site_type is '点位类型';
comment on column observation.area_code is '点位所在区域';
comment on column observation.owner_area_code is '督查方的区域：公开之前只有它和上级办公室可见';
comment on column observation.check_item_code is '检查项编码';
comment on column observation.check_item_text is '检查项内容，按判定时复制';
comment on column observation.outcome is '结果：符合、不符合、不适用、评级、计数、数值';
comment on column observation.grade is '等级';
comment on column observation.counted is '数量';
comment on column observation.figure is '数值';
comment on column observation.failed is '是否为需要整改的问题';
comment on column observation.faults is '问题';
comment on column observation.remark is '说明';
comment on column observation.fault_words is '问题和说明合成的一句话';
comment on column observation.pictures is '照片';
comment on column observation.longitude is '问题所在经度';
comment on column observation.latitude is '问题所在纬度';
comment on column observation.another_spot is '是否为同一检查项的另一处';
comment on column observation.observed_at is '判定时间';
comment on column observation.visited_at is '检查结束时间';
comment on column observation.inspector_id is '督查员账号';
comment on column observation.inspector_name is '督查员姓名';
comment on column observation.corrects is '被它更正的记录';
comment on column observation.correction_reason is '更正理由';
