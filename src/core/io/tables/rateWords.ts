import { type RateKey, rateRegistry } from '../../model/rates.ts';

/** Prices in the words of Chinese tables: they go out under these names and are known by them again. */
export const rateNames: Readonly<Record<RateKey, string>> = {
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
};
export const rateKeys = Object.keys(rateRegistry) as RateKey[];

export const rateUnits: Readonly<Record<(typeof rateRegistry)[RateKey]['unit'], string>> = {
  'yuan/parcel': '元/件',
  'yuan/day': '元/日',
  'yuan/month': '元/月',
  yuan: '元',
  year: '年',
  share: '占比',
  factor: '倍',
};
