import { halfWidth, simplified } from '../cells/plainText.ts';

const serviceWords =
  /(村级|镇级|乡级|县级|乡镇)?(电子商务|电商|快递|物流|寄递|邮政|便民|综合|公共|服务|益农|供销|客货邮|农村|信息|共配|配送|代办|代收|代购|收发|自提|菜鸟|末端|末梢)*(服务站点|服务站|服务点|服务中心|服务部|网点|代办点|自提点|站点|中转站|分拨中心|配送中心|快递站|物流站|驿站|超市|商店|小卖部|便利店|门市|站|点|社)$/;

/** A name as it compares: usual width, no blanks, no brackets, no numbering. */
export const plainName = (text: string): string =>
  simplified(halfWidth(text))
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, '')
    .replace(/\s+/g, '')
    .replace(/^[\d、.一二三四五六七八九十]+[、.]/, '');

/** Village names without what kind of body they are: 石门村村民委员会, 石门村委会, 石门行政村, 石门社区 -> 石门. */
export const villageStem = (name: string): string => {
  const stem = name.replace(
    /(村村民委员会|村民委员会|村委会|村委|社区居民委员会|社区居委会|居民委员会|居委会|社区|居委|行政村|建制村|村)$/,
    '',
  );
  return stem === '' ? name : stem;
};

/** Names in a cell that may hold several: 麻坪村/六里村, 甘田坪村和都里坪村. */
export const villagesInCell = (text: string): readonly string[] =>
  text
    .split(/[/、,，;；&+＋\n]|(?<=村|社区|村委会)[和与及](?=.)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Which body a name states: village, community or none. */
export function statedBody(name: string): 'village' | 'community' | null {
  if (/(社区|居委会|居委|居民委员会)/.test(name)) return 'community';
  return /(村|村委会|村民委员会|村委)$/.test(name) ? 'village' : null;
}

/** Township names without what kind they are: 西华池镇, 中村瑶族乡, 武溪街道办事处 -> 西华池, 中村, 武溪. */
export const townshipStem = (name: string): string => {
  const stem = name
    .replace(/(人民政府|政府)$/, '')
    .replace(
      /((回|瑶|苗|土家|侗|畲|壮|藏|彝|满|蒙古|布依|白|傣)族)*(街道办事处|街道办|街道|办事处|民族乡|镇|乡|林场|农场|管理局)$/,
      '',
    );
  return stem === '' ? name : stem;
};

/** A station's name without the words that make it a station: 石门村便民服务站 -> 石门村. */
export const withoutServiceWords = (name: string): string => name.replace(serviceWords, '');

/** What is left of a station's or village's name to compare by: 石门村便民服务站 and 石门村委会 -> 石门. */
export const placeName = (name: string): string => villageStem(withoutServiceWords(plainName(name)));
