create table site (
    id                  uuid primary key,
    code                text not null constraint site_code_unique unique,
    name                text not null,
    type_code           text not null,
    area_code           text not null,
    address             text not null default '',
    longitude           double precision not null,
    latitude            double precision not null,
    department_unit_id  uuid,
    territorial_unit_id uuid,
    person_in_charge    text not null default '',
    note                text not null default '',
    state               text not null default 'ACTIVE' constraint site_state check (state in ('ACTIVE', 'SUSPENDED')),
    token               text not null constraint site_token_unique unique,
    search              tsvector not null default ''::tsvector,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    version             int not null default 0
);
create index site_area on site (area_code text_pattern_ops, code);
create index site_type_area on site (type_code, area_code text_pattern_ops);
create index site_department on site (department_unit_id);
create index site_territorial on site (territorial_unit_id);
create index site_search on site using gin (search);
comment on table site is '点位：实地测评和督查的地点';
comment on column site.id is '标识';
comment on column site.code is '点位编号';
comment on column site.name is '名称';
comment on column site.type_code is '点位类型代码';
comment on column site.area_code is '所在区划代码，一般到社区、村';
comment on column site.address is '地址';
comment on column site.longitude is '经度，WGS-84';
comment on column site.latitude is '纬度，WGS-84';
comment on column site.department_unit_id is '主管部门（条）';
comment on column site.territorial_unit_id is '属地单位（块）';
comment on column site.person_in_charge is '负责人（文字，不记电话）';
comment on column site.note is '备注';
comment on column site.state is '状态：ACTIVE 在用，SUSPENDED 停用';
comment on column site.token is '二维码令牌，随机，不含点位信息';
comment on column site.search is '检索词';
comment on column site.created_at is '建立时间';
comment on column site.changed_at is '最近改动时间';
comment on column site.version is '版本，防止互相覆盖';

create table site_version (
    site_id      uuid not null,
    version      int not null,
    changed_at   timestamptz not null,
    account_id   uuid,
    account_name text not null,
    change       text not null constraint site_version_change check (change in ('CREATE', 'EDIT', 'IMPORT', 'SUSPEND', 'RESUME')),
    facts        jsonb not null,
    constraint site_version_key primary key (site_id, version)
);
comment on table site_version is '点位沿革：每次改动后的全部登记内容，只追加';
comment on column site_version.site_id is '点位标识';
comment on column site_version.version is '版本';
comment on column site_version.changed_at is '改动时间';
comment on column site_version.account_id is '改动账号';
comment on column site_version.account_name is '改动人';
comment on column site_version.change is '改动类别';
comment on column site_version.facts is '改动后的登记内容';
