/** Names of the rooms of the left rail and of the tabs (`state/rooms.ts`). */
export const roomsZh = {
  solve: '求解',
  offline: '可断网',
  offlineHint: '已存到本机：断网也能打开和使用；计算全部在本机完成，数据不上传。',
  rail: '分区',
  close: '收起{{room}}',
  data: '数据',
  roads: '道路',
  levels: '分级',
  parameters: '参数',
  simulate: '仿真',
};

export const tabsZh = {
  driven: '实测行车',
  claims: '核对',
  distances: '里程表',
  stops: '停靠成本',
  bottom: '地图下方的表格',
  right: '图表与指标',
  lines: '线路',
  tables: '表格',
  duties: '班次图',
  week: '周历',
  variants: '方案比选',
  figures: '方案指标',
  simulation: '仿真结果',
  costs: '费用与基准',
  larger: '放大表格',
  smaller: '缩小表格',
};
