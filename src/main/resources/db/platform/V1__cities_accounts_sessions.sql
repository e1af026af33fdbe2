create table city (
    code       text primary key constraint city_code_six_digits check (code ~ '^[0-9]{6}$'),
    name       text not null constraint city_name_filled check (name <> ''),
    created_at timestamptz not null
);
comment on table city is '本系统中的城市，每个城市一个模式 city_<代码>';
comment on column city.code is '六位城市代码';
comment on column city.name is '城市名称';
comment on column city.created_at is '开通时间';

create table role (
    code        text primary key,
    name        text not null,
    description text not null,
    permissions text[] not null,
    scope_kind  text not null constraint role_scope_kind check (scope_kind in ('CITY', 'AREA', 'UNIT', 'OWN'))
);
comment on table role is '角色：一组权限和通常的数据范围';
comment on column role.code is '角色代码';
comment on column role.name is '角色名称';
comment on column role.description is '说明';
comment on column role.permissions is '权限代码';
comment on column role.scope_kind is '通常的数据范围：全市、区域、单位、本人';

create table account (
    id            uuid primary key,
    city_code     text not null constraint account_city references city (code),
    login         text not null,
    name          text not null,
    password_hash text not null,
    role_codes    text[] not null,
    scope_kind    text not null constraint account_scope_kind check (scope_kind in ('CITY', 'AREA', 'UNIT', 'OWN')),
    area_code     text not null,
    unit_id       uuid,
    person_id     uuid,
    enabled       boolean not null default true,
    created_at    timestamptz not null,
    version       int not null default 0,
    constraint account_login_unique unique (login),
    constraint account_unit_scope check (scope_kind <> 'UNIT' or unit_id is not null)
);
create index account_city_name on account (city_code, login);
comment on table account is '账号';
comment on column account.id is '标识';
comment on column account.city_code is '所属城市';
comment on column account.login is '登录名';
comment on column account.name is '显示姓名';
comment on column account.password_hash is '口令的 argon2id 摘要';
comment on column account.role_codes is '角色代码';
comment on column account.scope_kind is '数据范围';
comment on column account.area_code is '区域代码：数据范围的根';
comment on column account.unit_id is '所属单位';
comment on column account.person_id is '对应的人员';
comment on column account.enabled is '是否启用';
comment on column account.created_at is '建立时间';
comment on column account.version is '版本，用于发现同时修改';

create table session (
    token_hash bytea primary key,
    account_id uuid not null constraint session_account references account (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account_id on session (account_id);
create index session_expires_at on session (expires_at);
comment on table session is '会话：只存令牌的摘要；不记录在线时长';
comment on column session.token_hash is '会话令牌的 SHA-256';
comment on column session.account_id is '账号';
comment on column session.created_at is '开始时间';
comment on column session.expires_at is '失效时间';

create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
comment on table scheduled_tasks is '后台任务（db-scheduler 的表）';
