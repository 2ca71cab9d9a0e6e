const provinces = /^.*?(?:省|自治区)/;
const prefectures = /^.*?(?:市|自治州|州|盟|地区)(?=[\u4e00-\u9fff]*?(?:县|区|旗))/;
/** 全县, 各县 and 县级 name none, and neither do 社区 and 城区. */
const countyName =
  /^(?![全各本我该某两])[\u4e00-\u9fff]{1,9}?(?:自治县|自治旗|县|旗|市|[^社小城片校园景]区)(?![级域内委直])/;

/** The county that a title row or a file name speaks of, 石桥县 in 2025年石桥县村级站点台账.xlsx; empty where none does. */
export function countyInTitles(titles: readonly string[]): string {
  for (const title of titles)
    for (const words of title.replace(/附件|关于|\d+年度?/g, ' ').match(/[\u4e00-\u9fff]+/g) ?? []) {
      const name = countyName.exec(words.replace(provinces, '').replace(prefectures, ''))?.[0];
      if (name !== undefined) return name;
    }
  return '';
}
