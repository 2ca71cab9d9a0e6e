import type { RateKey } from '../core/model/rates.ts';
import { operationsZh } from './operations.zh.ts';

/** Names of every input a figure can rest on. Rates are keyed by the registry of the model. */
const rates = {
  sortingYuanPerParcel: '分拣费（整合后）',
  separateSortingYuanPerParcel: '分拣费（各家分拣）',
  sortingFixedYuanPerDay: '分拣场固定费用',
  socialChargeShare: '司机社保附加',
  overtimeWageFactor: '加班工资倍数',
  hubRentYuanPerDay: '乡镇站场地费',
  hubHandlingYuanPerParcel: '乡镇站操作费',
  stationFeeYuanPerParcel: '村站代收费',
  urbanStationFeeYuanPerParcel: '城区自提点代收费',
  keeperSubsidyYuanPerMonth: '站长补助（每站）',
  endDeliveryFeeYuanPerParcel: '派费',
  overheadYuanPerDay: '管理费',
  investmentYuan: '项目投资',
  depreciationYears: '折旧年限',
  subsidyYuanPerParcel: '补贴',
} as const satisfies Record<RateKey, string>;

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
  rates,
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
