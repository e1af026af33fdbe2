-- 后台工作可以取消；大文件的检查和导入在后台进行，离开页面后可以找回
alter table work drop constraint work_state;
alter table work add constraint work_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
alter table work add column cancellable boolean not null default false;
alter table work add column cancel_asked boolean not null default false;
comment on column work.cancellable is '能否取消：取消后不留下任何内容';
comment on column work.cancel_asked is '发起人已要求取消，下一次报告进度时停止';

alter table import_preview add column file_size bigint not null default 0;
alter table import_preview add column work_id uuid;
alter table import_preview add column outcome jsonb;
comment on column import_preview.file_size is '文件大小（字节）';
comment on column import_preview.work_id is '最近一次在后台检查或导入的工作；小文件当场完成，为空';
comment on column import_preview.outcome is '检查结果：样例和前 500 处错误；后台检查完成前为空';
create index import_preview_account on import_preview (account_id, created_at desc);
