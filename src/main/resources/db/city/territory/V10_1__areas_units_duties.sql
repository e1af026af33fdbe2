create table area (
    code        text primary key constraint area_code_form check (code ~ '^[0-9]+$' and length(code) in (4, 6, 9, 12, 15)),
    name        text not null,
    level       text not null constraint area_level check (level in ('CITY', 'COUNTY', 'STREET', 'COMMUNITY', 'GRID')),
    kind        text not null,
    parent_code text,
    path        text not null,
    west        double precision,
    south       double precision,
    east        double precision,
    north       double precision,
    version     int not null default 0,
    constraint area_parent_prefix check (parent_code is null or code like parent_code || '%')
);
create index area_code_prefix on area (code text_pattern_ops);
create index area_parent on area (parent_code, code);
comment on table area is '区划：市—区县—街道乡镇—社区村—小区网格；下级代码以上级代码开头';
comment on column area.code is '区划代码，4、6、9、12 或 15 位';
comment on column area.name is '名称';
comment on column area.level is '级别';
comment on column area.kind is '类别，如区、县、功能区、街道、镇、社区、村';
comment on column area.parent_code is '上级代码；市为空';
comment on column area.path is '从市到本级的名称，以 / 相连';
comment on column area.west is '范围西界，WGS-84 经度';
comment on column area.south is '范围南界，WGS-84 纬度';
comment on column area.east is '范围东界，WGS-84 经度';
comment on column area.north is '范围北界，WGS-84 纬度';
comment on column area.version is '版本，防止互相覆盖';

create table area_boundary (
    area_code text primary key,
    level     text not null,
    geometry  jsonb not null constraint area_boundary_kind check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
    loaded_at timestamptz not null
);
create index area_boundary_level on area_boundary (level, area_code text_pattern_ops);
comment on table area_boundary is '区划边界';
comment on column area_boundary.area_code is '区划代码';
comment on column area_boundary.level is '级别';
comment on column area_boundary.geometry is 'GeoJSON 几何（Polygon 或 MultiPolygon），WGS-84';
comment on column area_boundary.loaded_at is '载入时间';

create table road (
    id        uuid primary key,
    name      text not null,
    rank      int not null constraint road_rank check (rank between 1 and 4),
    geometry  jsonb not null constraint road_geometry_kind check (geometry ->> 'type' in ('LineString', 'MultiLineString')),
    loaded_at timestamptz not null
);
comment on table road is '道路：底图用线';
comment on column road.id is '标识';
comment on column road.name is '路名';
comment on column road.rank is '等级：1 快速路和干线公路，2 主干道，3 次干道，4 支路街巷';
comment on column road.geometry is 'GeoJSON 几何（LineString 或 MultiLineString），WGS-84';
comment on column road.loaded_at is '载入时间';

create table water (
    id        uuid primary key,
    name      text not null,
    geometry  jsonb not null constraint water_geometry_kind check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
    loaded_at timestamptz not null
);
comment on table water is '水面：底图用河湖';
comment on column water.id is '标识';
comment on column water.name is '名称';
comment on column water.geometry is 'GeoJSON 几何（Polygon 或 MultiPolygon），WGS-84';
comment on column water.loaded_at is '载入时间';

create table unit (
    id        uuid primary key,
    code      text not null constraint unit_code_unique unique,
    name      text not null,
    kind      text not null constraint unit_kind check (kind in ('BUREAU', 'TERRITORY')),
    area_code text not null,
    parent_id uuid,
    active    boolean not null default true,
    version   int not null default 0
);
create index unit_area on unit (area_code text_pattern_ops);
create index unit_parent on unit (parent_id);
comment on table unit is '单位：条（部门）和块（属地）';
comment on column unit.id is '标识';
comment on column unit.code is '单位代码';
comment on column unit.name is '名称';
comment on column unit.kind is '条块：BUREAU 条，TERRITORY 块';
comment on column unit.area_code is '所在区划；块则为其负责的区划';
comment on column unit.parent_id is '上级单位，可向本单位转派';
comment on column unit.active is '是否在用';
comment on column unit.version is '版本，防止互相覆盖';

create table duty (
    id           uuid primary key,
    kind         text not null constraint duty_kind check (kind in ('COMPETENT', 'RESPONSIBLE', 'LEADER_COVER',
                     'UNIT_LIAISON', 'SITE_HEAD', 'ROAD_HEAD', 'POST_HEAD', 'GRID_KEEPER')),
    target_kind  text not null constraint duty_target_kind check (target_kind in ('AREA', 'SITE', 'TYPE')),
    area_code    text not null,
    site_id      uuid,
    site_type    text,
    unit_id      uuid not null,
    person_name  text,
    person_title text,
    account_id   uuid,
    first_day    date not null,
    last_day     date,
    basis        text not null default '',
    version      int not null default 0,
    constraint duty_target check ((target_kind = 'SITE') = (site_id is not null)
                              and (target_kind = 'TYPE') = (site_type is not null)),
    constraint duty_days check (last_day is null or last_day >= first_day)
);
create index duty_area on duty (area_code text_pattern_ops);
create index duty_site on duty (site_id) where site_id is not null;
create index duty_unit on duty (unit_id);
create index duty_account on duty (account_id) where account_id is not null;
comment on table duty is '责任：谁从哪天起对什么负责（主管部门、责任单位、包挂、包联、点位长、路长、岗长、网格员）';
comment on column duty.id is '标识';
comment on column duty.kind is '责任类别';
comment on column duty.target_kind is '对象：AREA 区划，SITE 点位，TYPE 某区划内的一类点位';
comment on column duty.area_code is '区划代码；点位的为其所在区划';
comment on column duty.site_id is '点位标识';
comment on column duty.site_type is '点位类型代码';
comment on column duty.unit_id is '责任单位，或责任人所在单位';
comment on column duty.person_name is '责任人姓名';
comment on column duty.person_title is '责任人职务';
comment on column duty.account_id is '责任人账号';
comment on column duty.first_day is '开始日期';
comment on column duty.last_day is '结束日期；空为长期';
comment on column duty.basis is '依据，如文件名称和文号';
comment on column duty.version is '版本，防止互相覆盖';
