import { expect, it } from 'vitest';
import { readServiceDays, serviceDaysText } from '../../../../../src/core/io/tables/cells/readServiceDays.ts';
import type { ServiceDays } from '../../../../../src/core/model/scenario.ts';

const daily = { kind: 'daily' } as const;
const alternate = { kind: 'everyNDays', n: 2 } as const;
const weekdays = (...days: number[]) => ({ kind: 'weekdays', days }) as const;

it.each<[string, ServiceDays | null]>([
  ['每日', daily],
  ['每天一班', daily],
  ['一日一配', daily],
  ['天天配送', daily],
  ['隔日', alternate],
  ['隔天配送', alternate],
  ['两天一次', alternate],
  ['每3天', { kind: 'everyNDays', n: 3 }],
  ['每周三班', weekdays(0, 2, 4)],
  ['一周两次', weekdays(0, 3)],
  ['周三', weekdays(2)],
  ['周一、三、五', weekdays(0, 2, 4)],
  ['星期二四六', weekdays(1, 3, 5)],
  ['逢一三五', weekdays(0, 2, 4)],
  ['周一至周五', weekdays(0, 1, 2, 3, 4)],
  ['周一到周日', daily],
  ['每周７次', daily],
  ['看情况', null],
])('%s', (text, days) => expect(readServiceDays(text)).toEqual(days));

it('reads what it writes', () => {
  for (const days of [daily, alternate, { kind: 'everyNDays', n: 5 } as const, weekdays(1, 4), weekdays(6)])
    expect(readServiceDays(serviceDaysText(days))).toEqual(days);
});
