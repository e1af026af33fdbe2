create table picture (
    id               uuid primary key,
    original_sha256  text not null,
    shown_sha256     text not null,
    thumbnail_sha256 text,
    content_type     text not null constraint picture_content_type check (content_type in ('image/jpeg', 'image/png')),
    bytes            bigint not null,
    width            int not null,
    height           int not null,
    taken_at         timestamptz,
    longitude        double precision,
    latitude         double precision,
    account_id       uuid,
    unit_id          uuid,
    area_code        text not null,
    uploaded_at      timestamptz not null,
    constraint picture_place check ((longitude is null) = (latitude is null))
);
create index picture_original on picture (original_sha256);
create index picture_account on picture (account_id, uploaded_at desc);
comment on table picture is '图片：原件留存备查，别人看到的是去掉拍摄信息后重新生成的一份';
comment on column picture.id is '标识，可由手机端给出，重复上传不会多出一张';
comment on column picture.original_sha256 is '原件内容的 SHA-256';
comment on column picture.shown_sha256 is '展示件内容的 SHA-256';
comment on column picture.thumbnail_sha256 is '缩略图内容的 SHA-256；为空时首次查看再生成';
comment on column picture.content_type is '展示件类型';
comment on column picture.bytes is '原件字节数';
comment on column picture.width is '展示件宽，像素';
comment on column picture.height is '展示件高，像素';
comment on column picture.taken_at is '拍摄时间，取自照片信息';
comment on column picture.longitude is '拍摄位置经度（WGS84），取自照片信息，不随图片给出';
comment on column picture.latitude is '拍摄位置纬度（WGS84），取自照片信息，不随图片给出';
comment on column picture.account_id is '上传账号；系统生成的为空';
comment on column picture.unit_id is '上传账号所属单位';
comment on column picture.area_code is '上传账号的区域';
comment on column picture.uploaded_at is '上传时间';
