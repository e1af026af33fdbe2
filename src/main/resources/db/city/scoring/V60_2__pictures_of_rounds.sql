create table scoring_picture (
    version_id     uuid not null constraint scoring_picture_version references scoring_version on delete cascade,
    picture_id     uuid not null,
    observation_id uuid not null,
    area_code      text not null,
    constraint scoring_picture_key primary key (picture_id, version_id, observation_id)
);
create index scoring_picture_version on scoring_picture (version_id);
comment on table scoring_picture is '本轮依据的照片：谁能看到失分，就能看到它的照片';
comment on column scoring_picture.version_id is '轮次版本';
comment on column scoring_picture.picture_id is '照片';
comment on column scoring_picture.observation_id is '观察';
comment on column scoring_picture.area_code is '点位所在区划';

create trigger scoring_picture_frozen_insert after insert on scoring_picture referencing new table as touched
    for each statement execute function scoring_guard_rows();
create trigger scoring_picture_frozen_update after update on scoring_picture referencing new table as touched
    for each statement execute function scoring_guard_rows();
create trigger scoring_picture_frozen_delete after delete on scoring_picture referencing old table as touched
    for each statement execute function scoring_guard_rows();
