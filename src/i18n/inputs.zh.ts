import { rateNames } from '../core/io/tables/rateWords.ts';
import { operationsZh } from './operations.zh.ts';

/** Names of every input a figure can rest on. Rates are called what the tables call them. */
export const inputsZh = {
  groups: {
    demand: '件量',
    couriers: '快递公司',
    vehicles: '车辆',
    baselineVehicles: '整合前车辆',
    sorting: '分拣',
    serviceTimes: '停站与装卸',
    dutyRules: '司机工时',
    travel: '道路与车速',
    rates: '费用单价',
    operations: '波动、村民负担与冷链',
  },
  operations: operationsZh,
  rates: rateNames,
  demand: { delivery: '日均派件量（下行）', pickup: '日均揽件量（上行）' },
  courier: { volumeShare: '件量占比' },
  vehicle: {
    capacityParcels: '容量',
    capacityKg: '载重',
    fixedYuanPerDay: '折旧、保险与年检',
    energyYuanPerKm: '能耗费',
    maintenanceYuanPerKm: '轮胎与维修',
    driverYuanPerDay: '司机日工资',
    energyKgCo2PerKm: '碳排放',
  },
  sorting: { parcelsPerHour: '分拣能力', roundChangeMin: '换格口用时' },
  serviceTimes: {
    loadingMin: '装车时间',
    townshipDwellMin: '乡镇站停站',
    villageDwellMin: '村站停站',
    urbanDwellMin: '城区点停站',
    handlingSecPerParcel: '单件操作',
    hubHandoverMin: '乡镇站交接',
  },
  dutyRules: {
    shiftMin: '一个班',
    overtimeLimitMin: '加班上限',
    breakAfterDrivingMin: '连续驾驶上限',
    breakMin: '休息时间',
  },
  travel: { detourFactor: '绕行系数' },
  roadClasses: {
    national: '国道车速',
    provincial: '省道车速',
    county: '县道车速',
    township: '乡道车速',
    village: '村道车速',
    urban: '城区道路车速',
  },
} as const;
