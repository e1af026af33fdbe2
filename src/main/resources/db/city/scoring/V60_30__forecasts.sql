create table scoring_forecast (
    id             uuid primary key,
    edition_id     uuid not null,
    edition_title  text not null,
    area_code      text not null,
    area_name      text not null,
    owner_area     text not null,
    created_at     timestamptz not null,
    created_by     text not null,
    as_of          timestamptz not null,
    seed           bigint not null,
    draws          int not null constraint scoring_forecast_draws check (draws > 0),
    half_life_days numeric not null constraint scoring_forecast_half_life check (half_life_days > 0),
    target         bigint not null constraint scoring_forecast_target check (target between 0 and 100000000000),
    sample_plan    jsonb not null,
    mean           bigint not null,
    low            bigint not null,
    high           bigint not null,
    reached        double precision not null constraint scoring_forecast_reached check (reached between 0 and 1),
    left_out       jsonb not null,
    secret_plans   int not null,
    words          jsonb not null,
    result         jsonb not null,
    model          bytea not null
);
create index scoring_forecast_newest on scoring_forecast (created_at desc, id desc);
comment on table scoring_forecast is '测评预测：官方测评可能测出什么；存下后不再改动';
comment on column scoring_forecast.id is '标识';
comment on column scoring_forecast.edition_id is '体系版本';
comment on column scoring_forecast.edition_title is '体系版本的名称（抄录）';
comment on column scoring_forecast.area_code is '预测的区划代码，含其下全部区划';
comment on column scoring_forecast.area_name is '区划名称（抄录）';
comment on column scoring_forecast.owner_area is '由哪一级组织作出；上级所知不给下级看';
comment on column scoring_forecast.created_at is '作出时间';
comment on column scoring_forecast.created_by is '作出人';
comment on column scoring_forecast.as_of is '输入截至时间';
comment on column scoring_forecast.seed is '随机种子，同一种子得同一结果';
comment on column scoring_forecast.draws is '模拟次数';
comment on column scoring_forecast.half_life_days is '半衰期，天';
comment on column scoring_forecast.target is '目标分，单位十亿分之一分（百分制）';
comment on column scoring_forecast.sample_plan is '抽样方案：每类点位抽几个';
comment on column scoring_forecast.mean is '预期得分，单位十亿分之一分（百分制）';
comment on column scoring_forecast.low is '百分之五分位';
comment on column scoring_forecast.high is '百分之九十五分位';
comment on column scoring_forecast.reached is '达到目标的把握';
comment on column scoring_forecast.left_out is '没有计入的内容';
comment on column scoring_forecast.secret_plans is '所依据的尚未公开的督查计划数';
comment on column scoring_forecast.words is '冻结的名称：单位、区划、点位类型';
comment on column scoring_forecast.result is '结果';
comment on column scoring_forecast.model is '拟合好的模型（压缩），整改推演用同一模型';

create table scoring_forecast_batch (
    id          uuid primary key,
    forecast_id uuid not null constraint scoring_forecast_batch_forecast references scoring_forecast,
    kind        text not null constraint scoring_forecast_batch_kind check (kind in ('PLAN', 'CASES')),
    selection   text not null,
    site_ids    uuid[] not null,
    plan_id     uuid,
    case_ids    uuid[] not null default '{}',
    made_at     timestamptz not null,
    made_by     text not null,
    constraint scoring_forecast_batch_once unique (forecast_id, kind, selection)
);
comment on table scoring_forecast_batch is '由预测生成的督查计划或问题：同一选择只生成一次';
comment on column scoring_forecast_batch.id is '标识';
comment on column scoring_forecast_batch.forecast_id is '所依据的预测';
comment on column scoring_forecast_batch.kind is '督查计划或一批问题';
comment on column scoring_forecast_batch.selection is '所选点位的摘要';
comment on column scoring_forecast_batch.site_ids is '所选点位';
comment on column scoring_forecast_batch.plan_id is '生成的督查计划';
comment on column scoring_forecast_batch.case_ids is '生成的问题';
comment on column scoring_forecast_batch.made_at is '生成时间';
comment on column scoring_forecast_batch.made_by is '生成人';

create table scoring_back_test (
    id            uuid primary key,
    edition_id    uuid not null,
    edition_title text not null,
    area_code     text not null,
    area_name     text not null,
    owner_area    text not null,
    created_at    timestamptz not null,
    created_by    text not null,
    seed          bigint not null,
    draws         int not null,
    half_life_days numeric not null,
    result        jsonb not null
);
create index scoring_back_test_newest on scoring_back_test (edition_id, area_code, created_at desc);
comment on table scoring_back_test is '预测回测：用每轮测评之前的数据预测，再与测出的结果对照';
comment on column scoring_back_test.id is '标识';
comment on column scoring_back_test.edition_id is '体系版本';
comment on column scoring_back_test.edition_title is '体系版本的名称（抄录）';
comment on column scoring_back_test.area_code is '区划代码';
comment on column scoring_back_test.area_name is '区划名称（抄录）';
comment on column scoring_back_test.owner_area is '由哪一级组织作出';
comment on column scoring_back_test.created_at is '作出时间';
comment on column scoring_back_test.created_by is '作出人';
comment on column scoring_back_test.seed is '随机种子';
comment on column scoring_back_test.draws is '每轮的模拟次数';
comment on column scoring_back_test.half_life_days is '半衰期，天';
comment on column scoring_back_test.result is '逐轮结果';

create function scoring_refuse_forecast_change() returns trigger language plpgsql as $$
begin
    raise exception '测评预测存下后不能改动，请另作一次预测' using errcode = 'CV001';
end $$;
create trigger scoring_forecast_frozen before update or delete on scoring_forecast for each row
    execute function scoring_refuse_forecast_change();
create trigger scoring_back_test_frozen before update or delete on scoring_back_test for each row
    execute function scoring_refuse_forecast_change();
