create table case_picture (
    picture_id uuid not null,
    case_id    uuid not null,
    constraint case_picture_pk primary key (picture_id, case_id)
);
comment on table case_picture is '案件引用的图片：看得见案件的人看得见其中的图片';
comment on column case_picture.picture_id is '图片';
comment on column case_picture.case_id is '案件';
