import type { Claim } from '../../model/county.ts';
import { plainNumbers } from './numbers.ts';

/** A subject as the rules read it. */
export interface Subject {
  /** Small letters, numbers as digits, without years, notations (1+12+68) and tables; then what the value says in words. */
  readonly words: string;
  /** The start of the note where it gives no numbers of its own (高峰日); it may narrow a statement, never widen it. */
  readonly aside: string;
  /** A time limit in it is no number of its own: 48 小时送达率. */
  readonly numbers: readonly number[];
  /** Without the limit, so that 48 小时以内送达率 is no share of at most. */
  readonly boundWords: string;
}

const changeWords =
  /(?:下降|降低|降|减少|减|缩短|压缩|节省|节约|提高|提升|上升|增加|增长|reduced|fell|lowered|down)了?\s*(?:到|至|为|to|by)?/g;

const year = /(?:19|20)\d\d\s*(?:[-~—–至]\s*(?:19|20)?\d\d)?\s*(?:年度?末?|(?![\d.件个家条元辆票单]))/g;
const date = /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:底|末|份)?|第\s*\d+/g;
const notation = /["“]?\d+(?:\s*\+\s*\d+)+["”]?/g;
const table = /表\s*\d+|table \d+/g;
const limit = /(?:within )?(?:24|48)\s*-?\s*(?:小时|h(?:ours?)?\b)(?:之内|以内|内)?/g;

/** The first clause of a note in small letters: what follows is of something else. */
export const startOfNote = (note: string): string => plainNumbers(note).split(/[;,，。]/)[0]!;

/** Of a statement all that says what it is about. */
export function readSubject({
  subject,
  valueText,
  note,
}: Pick<Claim, 'subject' | 'valueText' | 'note'>): Subject {
  const bare = plainNumbers(subject)
    .replace(notation, ' ')
    .replace(table, ' ')
    .replace(year, ' ')
    .replace(date, ' ');
  const value = plainNumbers(valueText);
  // Words before the number (补贴后 1.2, 新建 20 个), and those of a change wherever they stand.
  const valueWords = [/^\D*(?=\d)/.exec(value)?.[0].trim() ?? '', ...(value.match(changeWords) ?? [])];
  const words = [bare.trim(), ...valueWords.filter((each) => each !== '')].join(' / ');
  const aside = startOfNote(note).replace(/ \/ .*$/, '');
  const boundWords = bare.replace(limit, ' ');
  // From one state to another (由 3.0 元降为 2.7 元): the earlier one is not what is claimed.
  const later = boundWords.replace(
    /\d+(?:\.\d+)?\D{0,6}?\s*(?:->|→|变为|(?:下降|降低|降|减少|减|缩短|压缩|提高|提升|增加|增)(?:到|至|为))/g,
    ' ',
  );
  return {
    words,
    boundWords,
    aside: /\d/.test(aside) ? '' : aside,
    numbers: (later.match(/\d+(?:\.\d+)?/g) ?? []).map(Number),
  };
}

/** A change (降低 0.3 元) says nothing of a level; up or down *to* something does. 缩短到村时间 is a change too. */
const change =
  /(?:下降|降低|降幅|降(?![低幅])|减少|减(?!少)|缩短|压缩|节省|节约|省[了下去]|提高|提升|上升|增加|增长|增(?![加长]))了?(?!\s*(?:到(?!村)|至|为))|reduc(?:ed|tion|ing)(?! to)|lower(?!ed to)|saving|(?:fell|fall|dropp?e?d?|cut|declined?|increased?|decreased?)(?! to)\b|growth/;

/** Words that make a statement one of something else, of a part, of another time or of the best and worst case. */
const narrowing = new RegExp(
  [
    '未|没有|尚|空白|除外|不含|不包括|uncovered|unreached|\\bnot\\b|without',
    '原有|原来(?!的\\s*(?:\\d|$| /))|原先|新建|新增|新设|新开|新购|新配|撤并|撤销|撤站|拆除|关闭|停用|闲置|拟建|在建|规划|\\b(?:old|new|closed|planned)\\b',
    '同比|环比|增速|year on year',
    '免费|保管|存放|建设|工期|周期|营业|开放|响应|free of|storage|opening hours',
    '最快|最短|最少时间|高峰|峰值|旺季|双十一|双11|fastest|shortest|peak',
    '能力|产能|设计|可容纳|capacity',
    '每(?!日|天|件|票|单|年)|单车|单线|单站|单个|单村|人均|户均|村均|站均|车均|线均|\\b(?:each|every|per (?!day|parcel|cent))',
    '人工|工资|培训|train|宽带|通信|5g|4g|光纤|公交|客运|硬化|公路|供水|供电|wage|labour|labor',
    '贫困|脱贫|示范村|示范站|重点村|偏远|边远|自然村|村民小组|人以上|poor|poverty|demonstration|remote',
    '外省|省外|跨省|省会|省到|省内|全国|全省|全市(?!辖)|provinc|\\bnation',
    '满意|投诉|盈利|亏损|利润|破损|丢失|satisf|complain|profit|damage',
    '其他|其余|部分|另有|之一|批|备用|应急|临时|试点|\\bother|\\bspare|pilot',
    '合格|达标|完成率|完好|在线|上线|签约|监控|安装',
  ].join('|'),
);

/** In a note also what rules of some subjects take for another statement. */
const narrowingAside = /(?<![比较与])(?:整合前|合并前|改造前|项目前)|平均|补贴|average|before|subsid/;

export const isNarrowed = ({ words, aside }: Subject): boolean =>
  narrowing.test(words) || narrowing.test(aside) || narrowingAside.test(aside);
export const isOfChange = (words: string): boolean => change.test(words);

/** Also speaks of other numbers than the one claimed: a sentence with several statements, or of a part (3 个乡镇). */
export const hasOtherNumbers = (subject: Subject, claimed: readonly number[]): boolean =>
  subject.numbers.some((number) => !claimed.some((each) => Math.abs(each - number) < 1e-9));
