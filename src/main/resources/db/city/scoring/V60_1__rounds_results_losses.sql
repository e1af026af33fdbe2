create table scoring_round (
    id            uuid primary key,
    name          text not null,
    edition_id    uuid not null,
    edition_title text not null,
    area_code     text not null,
    area_name     text not null,
    first_day     date not null,
    last_day      date not null,
    visit_rule    text not null constraint scoring_round_visit_rule check (visit_rule in ('LATEST', 'MEAN', 'WORST')),
    kinds         text[] not null,
    min_coverage  bigint not null constraint scoring_round_min_coverage check (min_coverage between 0 and 1000000000),
    created_at    timestamptz not null,
    created_by    text not null,
    constraint scoring_round_period check (first_day <= last_day)
);
create index scoring_round_area on scoring_round (area_code text_pattern_ops);
create index scoring_round_newest on scoring_round (last_day desc, id desc);
comment on table scoring_round is '测评轮次：一个体系、一片区划、一段时间的一次计分';
comment on column scoring_round.id is '标识';
comment on column scoring_round.name is '名称';
comment on column scoring_round.edition_id is '体系版本';
comment on column scoring_round.edition_title is '体系版本的名称（创建时抄录）';
comment on column scoring_round.area_code is '测评区划代码，含其下全部区划';
comment on column scoring_round.area_name is '测评区划名称（创建时抄录）';
comment on column scoring_round.first_day is '时段首日';
comment on column scoring_round.last_day is '时段末日';
comment on column scoring_round.visit_rule is '同一点位多次检查时取最近、平均或最差';
comment on column scoring_round.kinds is '计入的督查方式';
comment on column scoring_round.min_coverage is '发布所需的最低覆盖率，单位十亿分之一';
comment on column scoring_round.created_at is '创建时间';
comment on column scoring_round.created_by is '创建人';

create table scoring_version (
    id                uuid primary key,
    round_id          uuid not null constraint scoring_version_round references scoring_round,
    number            int not null,
    state             text not null constraint scoring_version_state
                          check (state in ('DRAFT', 'COMPUTED', 'PUBLISHED', 'SUPERSEDED')),
    supersedes        uuid constraint scoring_version_supersedes references scoring_version,
    reason            text not null default '',
    got               bigint not null default 0,
    judged            bigint not null default 0,
    full_points       bigint not null default 0,
    sites_drawn       int not null default 0,
    sites_judged      int not null default 0,
    observations      int not null default 0,
    observations_used int not null default 0,
    edition           jsonb,
    words             jsonb,
    plan_ids          uuid[] not null default '{}',
    computed_at       timestamptz,
    published_at      timestamptz,
    published_by      text,
    version           int not null default 0,
    constraint scoring_version_number unique (round_id, number),
    constraint scoring_version_sum check (0 <= got and got <= judged and judged <= full_points)
);
create unique index scoring_version_one_published on scoring_version (round_id) where state = 'PUBLISHED';
create unique index scoring_version_one_open on scoring_version (round_id) where state in ('DRAFT', 'COMPUTED');
comment on table scoring_version is '轮次版本：发布后不再改动，更正另立新版';
comment on column scoring_version.id is '标识';
comment on column scoring_version.round_id is '所属轮次';
comment on column scoring_version.number is '版次，从 1 起';
comment on column scoring_version.state is '状态：草稿、已计算、已发布、已被更正';
comment on column scoring_version.supersedes is '所更正的版本';
comment on column scoring_version.reason is '更正理由';
comment on column scoring_version.got is '得分，单位十亿分之一分';
comment on column scoring_version.judged is '已测分值，单位十亿分之一分';
comment on column scoring_version.full_points is '满分，单位十亿分之一分';
comment on column scoring_version.sites_drawn is '抽取点位数';
comment on column scoring_version.sites_judged is '已测点位数';
comment on column scoring_version.observations is '观察记录数';
comment on column scoring_version.observations_used is '计入得分的观察记录数';
comment on column scoring_version.edition is '冻结的计分体系';
comment on column scoring_version.words is '冻结的名称：单位、区划、点位类型';
comment on column scoring_version.plan_ids is '所用观察出自的督查计划';
comment on column scoring_version.computed_at is '计算时间';
comment on column scoring_version.published_at is '发布时间';
comment on column scoring_version.published_by is '发布人';
comment on column scoring_version.version is '并发版本号';

create table scoring_input_site (
    version_id    uuid not null constraint scoring_input_site_version references scoring_version on delete cascade,
    site_id       uuid not null,
    site_code     text not null,
    site_name     text not null,
    type_code     text not null,
    area_code     text not null,
    department_id uuid,
    territory_id  uuid,
    observations  jsonb not null,
    constraint scoring_input_site_key primary key (version_id, site_id)
);
comment on table scoring_input_site is '冻结的输入：每个点位一行，带其全部观察';
comment on column scoring_input_site.version_id is '轮次版本';
comment on column scoring_input_site.site_id is '点位';
comment on column scoring_input_site.site_code is '点位编号';
comment on column scoring_input_site.site_name is '点位名称';
comment on column scoring_input_site.type_code is '点位类型';
comment on column scoring_input_site.area_code is '所在区划';
comment on column scoring_input_site.department_id is '主管部门（条）';
comment on column scoring_input_site.territory_id is '属地单位（块）';
comment on column scoring_input_site.observations is '观察，按检查时间排列';

create table scoring_node (
    version_id  uuid not null constraint scoring_node_version references scoring_version on delete cascade,
    place       int not null,
    kind        text not null constraint scoring_node_kind check (kind in ('GROUP', 'CRITERION', 'REQUIREMENT')),
    code        text not null,
    parent_code text,
    title       text not null,
    rule        text not null default '',
    got         bigint not null,
    judged      bigint not null,
    full_points bigint not null,
    constraint scoring_node_key primary key (version_id, place)
);
comment on table scoring_node is '得分树：每个节点、标准、要求一行';
comment on column scoring_node.version_id is '轮次版本';
comment on column scoring_node.place is '在体系中的次序';
comment on column scoring_node.kind is '类别：项目或内容、标准、要求';
comment on column scoring_node.code is '编号';
comment on column scoring_node.parent_code is '上级编号';
comment on column scoring_node.title is '名称';
comment on column scoring_node.rule is '计分规则的一句话';
comment on column scoring_node.got is '得分，单位十亿分之一分';
comment on column scoring_node.judged is '已测分值，单位十亿分之一分';
comment on column scoring_node.full_points is '满分，单位十亿分之一分';

create table scoring_site (
    version_id       uuid not null constraint scoring_site_version references scoring_version on delete cascade,
    requirement_code text not null,
    site_id          uuid not null,
    type_code        text not null,
    ratio            bigint not null,
    got              bigint not null,
    loss             bigint not null,
    constraint scoring_site_key primary key (version_id, requirement_code, site_id)
);
comment on table scoring_site is '点位计分：一个点位在一项要求上的得分率与得失';
comment on column scoring_site.version_id is '轮次版本';
comment on column scoring_site.requirement_code is '要求编号';
comment on column scoring_site.site_id is '点位';
comment on column scoring_site.type_code is '点位类型';
comment on column scoring_site.ratio is '得分率，单位十亿分之一';
comment on column scoring_site.got is '折合得分，单位十亿分之一分';
comment on column scoring_site.loss is '折合失分，单位十亿分之一分';

create table scoring_loss (
    version_id       uuid not null constraint scoring_loss_version references scoring_version on delete cascade,
    number           int not null,
    requirement_code text not null,
    criterion_code   text not null,
    item_code        text not null,
    site_id          uuid not null,
    type_code        text not null,
    area_code        text not null,
    visit_id         uuid not null,
    observation_id   uuid not null,
    department_id    uuid,
    territory_id     uuid,
    points           bigint not null constraint scoring_loss_points check (points > 0),
    constraint scoring_loss_key primary key (version_id, number)
);
create index scoring_loss_largest on scoring_loss (version_id, points desc, number);
create index scoring_loss_department on scoring_loss (version_id, department_id);
create index scoring_loss_territory on scoring_loss (version_id, territory_id);
comment on table scoring_loss is '失分明细：每一份失分归到观察与单位，合计等于已测分值减得分';
comment on column scoring_loss.version_id is '轮次版本';
comment on column scoring_loss.number is '序号';
comment on column scoring_loss.requirement_code is '要求编号';
comment on column scoring_loss.criterion_code is '标准编号';
comment on column scoring_loss.item_code is '检查项编号';
comment on column scoring_loss.site_id is '点位';
comment on column scoring_loss.type_code is '点位类型';
comment on column scoring_loss.area_code is '点位所在区划';
comment on column scoring_loss.visit_id is '检查';
comment on column scoring_loss.observation_id is '观察';
comment on column scoring_loss.department_id is '担责部门（条），空为无责任单位';
comment on column scoring_loss.territory_id is '担责属地（块），空为无责任单位';
comment on column scoring_loss.points is '失分，单位十亿分之一分';

create table scoring_area (
    version_id   uuid not null constraint scoring_area_version references scoring_version on delete cascade,
    area_code    text not null,
    got          bigint not null,
    judged       bigint not null,
    full_points  bigint not null,
    sites_judged int not null,
    constraint scoring_area_key primary key (version_id, area_code)
);
comment on table scoring_area is '区划得分：只用该区划内的点位按同一规则计算';
comment on column scoring_area.version_id is '轮次版本';
comment on column scoring_area.area_code is '区划代码（区县或街道乡镇）';
comment on column scoring_area.got is '得分，单位十亿分之一分';
comment on column scoring_area.judged is '已测分值，单位十亿分之一分';
comment on column scoring_area.full_points is '满分，单位十亿分之一分';
comment on column scoring_area.sites_judged is '已测点位数';

create function scoring_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '已发布的测评结果不能改动，更正请另立新版' using errcode = 'CV001';
end $$;

create function scoring_guard_rows() returns trigger language plpgsql as $$
begin
    if exists (select 1 from touched t join scoring_version v on v.id = t.version_id
               where v.state in ('PUBLISHED', 'SUPERSEDED')) then
        raise exception '已发布的测评结果不能改动，更正请另立新版' using errcode = 'CV001';
    end if;
    return null;
end $$;

do $$
declare
    guarded text;
begin
    foreach guarded in array array['scoring_input_site', 'scoring_node', 'scoring_site', 'scoring_loss', 'scoring_area'] loop
        execute format('create trigger %I after insert on %I referencing new table as touched
                        for each statement execute function scoring_guard_rows()', guarded || '_frozen_insert', guarded);
        execute format('create trigger %I after update on %I referencing new table as touched
                        for each statement execute function scoring_guard_rows()', guarded || '_frozen_update', guarded);
        execute format('create trigger %I after delete on %I referencing old table as touched
                        for each statement execute function scoring_guard_rows()', guarded || '_frozen_delete', guarded);
    end loop;
end $$;

-- the one change that a published version may see is to be superseded
create trigger scoring_version_frozen before update on scoring_version for each row
    when (old.state = 'SUPERSEDED' or (old.state = 'PUBLISHED' and
          (new.state <> 'SUPERSEDED' or (new.got, new.judged, new.full_points, new.edition, new.words, new.number, new.reason)
               is distinct from (old.got, old.judged, old.full_points, old.edition, old.words, old.number, old.reason))))
    execute function scoring_refuse_change();
create trigger scoring_version_kept before delete on scoring_version for each row
    when (old.state in ('PUBLISHED', 'SUPERSEDED')) execute function scoring_refuse_change();
