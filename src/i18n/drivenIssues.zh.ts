import type { IssueWords } from './issues.zh.ts';

/** Words for what is found in a driver's recorded day. */
export const drivenIssuesZh = {
  'track.notGpx': {
    cause: '“{{file}}”不是 GPX 轨迹文件。',
    action: '请在记录轨迹的手机软件里选“导出 GPX”，再选这个文件。',
  },
  'track.noPoints': {
    cause: '“{{file}}”里没有轨迹，只有地点、路线或空内容。',
    action: '请导出实际走过的轨迹，而不是收藏的地点或规划的路线。',
  },
  'track.noTime': {
    cause: '“{{file}}”的 {{count}} 个点都没有时间，算不出几点到、几点离开。',
    action: '请在手机软件里导出带时间的原始轨迹；编辑过或简化过的轨迹常会丢掉时间。',
  },
  'track.noReadableTime': {
    cause: '“{{file}}”的时间读不懂，例如“{{value}}”（共 {{count}} 个点）。',
    action: 'GPX 的时间应形如 2026-05-12T00:30:00Z，请换一款软件导出。',
  },
  'track.tooFew': {
    cause: '“{{file}}”里能用的点不到两个。',
    action: '请确认整趟都在记录，再重新导出。',
  },
  'track.badPoints': {
    cause: '{{count}} 个点的经纬度不可能，没有使用。',
    action: '通常是手机刚开机还没定位，可以不管；如果很多，请换一个文件。',
  },
  'track.pointsWithoutTime': {
    cause: '{{count}} 个点没有时间，没有使用。',
    action: '如果很多，请导出带时间的原始轨迹。',
  },
  'track.badTimes': {
    cause: '{{count}} 个点的时间读不懂（例如“{{value}}”），没有使用。',
    action: '时间应形如 2026-05-12T00:30:00Z；如果很多，请换一款软件导出。',
  },
  'track.backInTime': {
    cause: '{{count}} 个点的时间不晚于前一个点，没有使用。',
    action: '可能是两段轨迹重叠，或手机校过时；请核对这一段的时刻。',
  },
  'track.jumps': {
    cause: '{{count}} 个点跳得太远（车速要超过 {{speed}} 公里/小时才到得了），没有使用。',
    action: '山谷和隧道里定位会飘，可以不管；如果很多，请把手机放在车窗旁再记录。',
  },
  'track.noZone': {
    cause: '{{count}} 个点的时间没写时区，按 GPX 的规定当作世界时，加 8 小时成北京时间。',
    action: '如果时刻因此晚了 8 小时，请在“读取方式”的“时刻”里选“文件写的就是北京时间”。',
  },
  'track.severalRecordings': {
    cause: '文件里有 {{count}} 段记录，中间停了 3 小时以上，这里用最长的一段。',
    action: '要看别的一段，请在“读取方式”的“记录”里选择。',
  },
  'driven.systemAssumed': {
    cause: '没有道路和足够的实测站点可以对照，轨迹坐标按 GPX 的规定当作 WGS-84。',
    action: '如果轨迹在地图上整体偏了几百米，请在“读取方式”的“坐标”里选 GCJ-02。',
  },
  'driven.shiftedToRoads': {
    cause: '轨迹写的是 {{crs}} 坐标：照原样离道路 {{beforeM}} 米（中位数），换算后 {{afterM}} 米，已经换算。',
    action: '如果不对，请在“读取方式”的“坐标”里另选。',
  },
  'driven.shiftedToStations': {
    cause: '轨迹写的是 {{crs}} 坐标：照原样整体偏离站点 {{beforeM}} 米，换算后 {{afterM}} 米，已经换算。',
    action: '如果不对，请在“读取方式”的“坐标”里另选。',
  },
  'driven.sparse': {
    cause: '大约每 {{seconds}} 秒才有一个点，到达和离开时刻的误差也有这么大，里程偏短。',
    action: '下次请在手机软件里把记录间隔改为 10 秒以内。',
  },
  'driven.noCalls': {
    cause: '车没有在方案的任何站点 {{radiusM}} 米以内停留。',
    action: '请核对是不是这个县、这个方案；站点位置是推算的，请先导入实测位置，或放大半径。',
  },
  'driven.noLine': {
    cause: '没有一条线路的站点与这一天停留的地方对得上（半径 {{radiusM}} 米）。',
    action: '请放大半径，或另选线路看看差在哪里。',
  },
  'driven.wrongZone': {
    cause: '到站时刻普遍比计划晚 {{hours}} 小时，像是手机软件把北京时间写成了世界时。',
    action: '请在“读取方式”的“时刻”里选“文件写的就是北京时间”。',
  },
  'driven.placedByRule': {
    cause: '没停的站里有 {{count}} 个位置是推算的，车可能到了真正的站点而这里看不出来。',
    action: '请先把这些站点的实测位置导入，再来对照。',
  },
  'driven.gaps': {
    cause: '途中有 {{minutes}} 分钟没有记录（直线约 {{km}} 公里），里程和车速都不含这一段。',
    action: '请检查手机有没有关掉后台记录或省电。',
  },
} as const satisfies Record<string, IssueWords>;
