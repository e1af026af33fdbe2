-- 归类用词：去掉会误判的单字近义（“过期”“路口”“制度”），补上常见说法
update case_type set keywords = array['灭火器', '消防栓', '消防设施', '消防器材', '应急灯'] where code = 'L012' and version = 0;
update case_type set keywords = array['闯红灯', '翻越护栏', '逆行', '不礼让', '路口秩序'] where code = 'L023' and version = 0;
update case_type set keywords = array['小广告', '乱张贴', '乱涂', '牛皮癣', '小卡片', '乱贴'] where code = 'L014' and version = 0;
update case_type set keywords = array['乱堆', '堆放杂物', '堆物料', '乱堆乱放', '堆放', '废弃'] where code = 'L002' and version = 0;
update case_type set keywords = array['占道经营', '出店经营', '流动摊贩', '店外经营', '占道', '摊贩', '露天烧烤'] where code = 'L001' and version = 0;
update case_type set keywords = array['公益广告破损', '破损褪色', '广告破损', '褪色', '宣传内容过期', '展板破损', '宣传栏破损'] where code = 'L006' and version = 0;
update case_type set keywords = array['公益广告不足', '公益广告数量', '无公益广告', '未见公益广告', '缺少公益广告', '公益广告', '展示数量不足'] where code = 'L007' and version = 0;
update case_type set keywords = array['路灯', '亮灯', '灯箱不亮', '灯头'] where code = 'L028' and version = 0;
update case_type set keywords = array['台账', '记录不全', '制度不全', '制度未上墙'] where code = 'L029' and version = 0;
