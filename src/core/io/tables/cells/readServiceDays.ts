import type { ServiceDays } from '../../../model/scenario.ts';
import { halfWidth } from './plainText.ts';

/** Monday = 0. */
const dayNames = '一二三四五六日';
const digitNames: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
};
const numberOf = (word: string): number => digitNames[word] ?? Number(word);
const dayOf = (word: string): number => (word === '天' || word === '7' ? 6 : dayNames.indexOf(word));

/** Days spread over the week for so many visits: 1 Monday, 2 Monday and Thursday, 3 Monday, Wednesday, Friday. */
const spread: readonly (readonly number[])[] = [
  [],
  [0],
  [0, 3],
  [0, 2, 4],
  [0, 2, 4, 5],
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4, 5],
];

const englishNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Mon, Thu and Monday/Thursday, without blanks. */
const englishDays = /^((mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?(,|、|\/|;|and|$))+$/i;

/** Reads 每日, 隔日, 每2天, 每周三班, 一周两次, 周一、三、五, 周一至周五, 逢一三五, every 3 days, Mon, Thu; null for none of these. */
export function readServiceDays(cell: string): ServiceDays | null {
  const text = halfWidth(cell)
    .replace(/\s+/g, '')
    .replaceAll('星期', '周')
    .replaceAll('礼拜', '周')
    .replace(/(配送|投递|派送|发车|运行|一趟)$/, '');
  if (
    /^(每[日天]|天天|日日|每[日天][一1](次|班|趟)|[一1][日天][一1两2]?(次|班|趟|配|送)|daily|全年)/i.test(
      text,
    )
  )
    return { kind: 'daily' };
  if (/^(隔[日天]|每?[两二2][日天]([一1](次|班|趟))?)/.test(text)) return { kind: 'everyNDays', n: 2 };
  const everyInEnglish = /^every([2-7])days$/i.exec(text)?.[1];
  if (everyInEnglish !== undefined) return { kind: 'everyNDays', n: Number(everyInEnglish) };
  if (englishDays.test(text)) {
    const named = [...text.toLowerCase().matchAll(/mon|tue|wed|thu|fri|sat|sun/g)];
    const days = [...new Set(named.map(([name]) => englishNames.indexOf(name)))].sort((a, b) => a - b);
    return days.length === 7 ? { kind: 'daily' } : { kind: 'weekdays', days };
  }
  const every = /^每?([三四五六七3-7])[日天]([一1](次|班|趟))?$/.exec(text)?.[1];
  if (every !== undefined) return { kind: 'everyNDays', n: numberOf(every) };
  const visits = /^(?:每|一|1)?周([一二两三四五六七1-7])(?:班|次|趟|配|送|天)/.exec(text)?.[1];
  if (visits !== undefined) {
    const count = numberOf(visits);
    return count >= 7 ? { kind: 'daily' } : { kind: 'weekdays', days: spread[count]! };
  }
  const range = /^(?:每?周)([一二三四五六])(?:至|到|-|~)(?:周)?([二三四五六日天])$/.exec(text);
  if (range) {
    const [from, to] = [dayOf(range[1]!), dayOf(range[2]!)];
    if (to - from === 6) return { kind: 'daily' };
    return to > from
      ? { kind: 'weekdays', days: Array.from({ length: to - from + 1 }, (_, index) => from + index) }
      : null;
  }
  const list = /^(?:每?周|逢)([一二三四五六日天][、,，和及周一二三四五六日天]*)$/.exec(text)?.[1];
  if (list === undefined) return null;
  const days = [...new Set([...list].map(dayOf).filter((day) => day >= 0))].sort((a, b) => a - b);
  return days.length === 7 ? { kind: 'daily' } : { kind: 'weekdays', days };
}

/** The words `readServiceDays` understands, for tables that go out. */
export function serviceDaysText(days: ServiceDays): string {
  if (days.kind === 'daily') return '每日';
  if (days.kind === 'everyNDays') return days.n === 1 ? '每日' : days.n === 2 ? '隔日' : `每${days.n}天`;
  return `周${[...days.days]
    .sort((a, b) => a - b)
    .map((day) => dayNames[day]!)
    .join('、')}`;
}
