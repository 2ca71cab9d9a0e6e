import type { Graded } from './graded.ts';

/** What a passenger line takes and asks where a county has not said so: the same on the screen and in comparisons. */

export const usualSpareParcelsPerRun: Graded = {
  value: 60,
  low: 30,
  high: 150,
  grade: 'assumption',
  source: '默认假设: 每班余位 60 件 / working default: room for 60 parcels on a run',
};

export const usualBusYuanPerParcel: Graded = {
  value: 0.2,
  low: 0.15,
  high: 0.5,
  grade: 'sourced',
  source:
    '隆德: 客运公司 0.10 元 + 司机 0.10 元 (163.com JGO6FTA405346RC6) / Longde: 0.10 yuan each to company and driver',
};
