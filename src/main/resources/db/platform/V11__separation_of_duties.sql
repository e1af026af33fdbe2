create table city_role (
    city_code     text not null constraint city_role_city references city (code),
    role_code     text not null constraint city_role_role references role (code),
    permissions   text[],
    second_factor boolean not null default false,
    changed_at    timestamptz not null,
    version       int not null default 0,
    constraint city_role_key primary key (city_code, role_code)
);
comment on table city_role is '城市对角色的改动；没有一行时按标准角色';
comment on column city_role.city_code is '城市';
comment on column city_role.role_code is '角色代码';
comment on column city_role.permissions is '本市给该角色的权限；空为按标准角色';
comment on column city_role.second_factor is '是否要求双重验证';
comment on column city_role.changed_at is '修改时间';
comment on column city_role.version is '版本，用于发现同时修改';

create table grant_request (
    account_id    uuid primary key constraint grant_request_account references account (id) on delete cascade,
    role_codes    text[] not null,
    scope_kind    text not null constraint grant_request_scope_kind check (scope_kind in ('CITY', 'AREA', 'UNIT', 'OWN')),
    area_code     text not null,
    unit_id       uuid,
    asked_by      uuid not null,
    asked_by_name text not null,
    asked_at      timestamptz not null,
    constraint grant_request_unit_scope check (scope_kind <> 'UNIT' or unit_id is not null)
);
comment on table grant_request is '授权申请：系统管理员提出，安全管理员授予或驳回；每个账号至多一份';
comment on column grant_request.account_id is '账号';
comment on column grant_request.role_codes is '申请的角色';
comment on column grant_request.scope_kind is '申请的数据范围';
comment on column grant_request.area_code is '申请的区域';
comment on column grant_request.unit_id is '申请的单位';
comment on column grant_request.asked_by is '申请人账号';
comment on column grant_request.asked_by_name is '申请人姓名';
comment on column grant_request.asked_at is '申请时间';
