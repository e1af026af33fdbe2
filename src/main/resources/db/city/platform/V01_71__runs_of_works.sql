alter table work add column run int not null default 0;
comment on column work.run is '第几次开始办：接手时加一，先前那一次从此写不进任何结果';
