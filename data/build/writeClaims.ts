import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../../src/core/io/csv.ts';
import { invariant } from '../../src/core/result.ts';
import { writeCsv } from './writeCsv.ts';

const heshuiProject = '合水县 2021 年度电子商务进农村综合示范项目绩效自评报告';
const heshuiStartups = '合水县 2022 年培育电商新业态企业项目自评报告';
const heshuiCity = '合水县 2022 年电商同城配送平台运营项目自评报告';
const yanlingPlan = '炎陵县2019年电子商务进农村综合示范县(升级版)项目实施调整方案 (炎政办发〔2021〕9号)';
const hunanPlan = '2023年全省“数商兴农”工作要点 (湘商电〔2023〕3号)';

/** The document a claim was read in. */
function documentOf(id: string): string {
  const [series, number] = id.split('-');
  const index = Number(number);
  if (series === 'YL') return yanlingPlan;
  if (series === 'HN') return hunanPlan;
  invariant(series === 'HS', `no document known for claim ${id}`);
  if (index >= 17 && index <= 20) return heshuiStartups;
  return index >= 21 && index <= 24 ? heshuiCity : heshuiProject;
}

const headers = ['id', 'document', 'as_of', 'kind', 'subject', 'value', 'unit', 'note'] as const;

/** Classes of speed in Chinese. */
const classes: Readonly<Record<string, string>> = {
  'same day': '当日达',
  'next day': '次日达',
  'every other day': '隔日达',
};

type Words = Readonly<Partial<Record<(typeof headers)[number], string | undefined>>>;

/** What claims speak of, in Chinese: our own words, by id. */
function readChinese(): ReadonlyMap<string, Words> {
  const table = parseCsv(readFileSync(join(import.meta.dirname, 'recipes/claims.zh.csv'), 'utf8'));
  return new Map(
    table.rows.map(({ cells }) => {
      const words = Object.fromEntries(table.headers.map((header, index) => [header, cells[index] ?? '']));
      return [words.id ?? '', words];
    }),
  );
}

/** Texts of the data are written "中文 / English". */
const inBoth = (chinese: string | undefined, english: string): string =>
  chinese && english ? `${chinese} / ${english}` : english;

/** Copies one county's claims, each with the title of its document and its words in Chinese. */
export function writeClaims(sourceFile: string, adcode: string, path: string): void {
  const table = parseCsv(readFileSync(sourceFile, 'utf8'));
  const cellOf = (cells: readonly string[], header: string): string =>
    cells[table.headers.indexOf(header)] ?? '';
  const chinese = readChinese();
  const rows = table.rows
    .filter(({ cells }) => cellOf(cells, 'adcode') === adcode)
    .map(({ cells }) => {
      const id = cellOf(cells, 'id');
      const words: Words = { ...chinese.get(id), value: classes[cellOf(cells, 'value')] };
      return headers.map((header) => {
        if (header === 'id') return id;
        return header === 'document' ? documentOf(id) : inBoth(words[header], cellOf(cells, header));
      });
    });
  writeCsv(path, headers, rows);
}
