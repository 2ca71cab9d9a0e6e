import { type Issue, issue } from '../../issues.ts';
import { halfWidth } from './cells/plainText.ts';
import { type Header, headerLikeness } from './mapColumns.ts';
import { type CellValue, cellText, type Sheet, type SheetRow } from './sheet.ts';

/** A sheet taken apart: header, data rows, and what stood above the header. */
export interface TableShape {
  /** Name in issues: the file, and the sheet where there are several. */
  readonly table: string;
  readonly headers: readonly Header[];
  /** Row of the (last) header row as a spreadsheet shows it. */
  readonly headerRow: number;
  /** 1, or 2 to 3 where the header has groups or units. */
  readonly headerRowCount: number;
  readonly rows: readonly SheetRow[];
  readonly title: string;
}

/** Where the user says the header is; rows as a spreadsheet shows them. */
export interface HeaderChoice {
  readonly firstRow: number;
  readonly rowCount: number;
}

/** A header stands among the first rows of a sheet. */
export const searchRows = 25;
const totalWords = /^(合计|小计|总计|共计|总数|累计|平均|平均值|全县合计|全县|total|sum):?$/i;
const totalEnding = /(合计|小计|总计|共计):?(\(.*\))?$/;
const noteStart =
  /^(注|备注|说明|填表说明|填报说明|注意|例|示例|填表人|制表人|制表|填报人|审核|审核人|填报单位|单位负责人|联系人|日期|打印)\s*\d*\s*[:、]|^(填表人|制表人|填报单位|填报日期|制表日期|审核人)/;

const textsOf = (row: SheetRow): string[] => row.cells.map((cell) => cellText(cell));
const filledCount = (texts: readonly string[]): number => texts.filter((text) => text !== '').length;
const isDataLike = (text: string): boolean =>
  /^[-+]?[\d,.]+([%°].*)?$/.test(halfWidth(text)) || text.length > 24;
const isUnit = (text: string): boolean =>
  /^[([（]?(单位:)?(个|件|元|公里|千米|米|人|户|辆|度|公斤|件\/日|元\/件|元\/月|%|km|kg|m²|㎡)[)\]）]?$/i.test(
    halfWidth(text),
  );

/** Position of the header row among the first rows: most known names; the earlier row wins a tie. */
function findHeaderIndex(rows: readonly SheetRow[]): number {
  let best = { index: -1, score: 0 };
  for (let index = 0; index < Math.min(rows.length, searchRows); index++) {
    const texts = textsOf(rows[index]!);
    const filled = filledCount(texts);
    const known = headerLikeness(texts);
    const dataLike = texts.filter((text) => text !== '' && isDataLike(text)).length;
    const score = known - dataLike;
    if (known >= Math.min(2, filled) && known * 3 >= filled && score > best.score) best = { index, score };
  }
  return best.index;
}

/** True where `below` is the second row of a header: it has names only where the row above groups or is blank. */
function continuesHeader(above: readonly string[], below: readonly string[]): boolean {
  const filled = below.map((text, index) => ({ text, index })).filter(({ text }) => text !== '');
  if (filled.length === 0 || filled.some(({ text }) => isDataLike(text))) return false;
  // A merged name of the row above stands in this row too.
  const own = filled.filter(({ text, index }) => above[index] !== text);
  if (own.length > 0 && own.every(({ text }) => isUnit(text))) return true;
  // 度 分 秒 under 经度 and 纬度.
  if (filled.length >= 3 && filled.every(({ text }) => /^[(（]?[度分秒°′″][)）]?$/.test(text))) return true;
  let subHeads = 0;
  for (const { text, index } of filled) {
    const own = above[index] ?? '';
    if (own === text) continue;
    const isGrouped = own === '' || (above[index + 1] ?? '') === '';
    if (!isGrouped) return false;
    subHeads++;
  }
  return subHeads >= 2 && headerLikeness(filled.map(({ text }) => text)) * 2 >= filled.length;
}

/** Header rows joined; a blank right of a group's name belongs to the group where the row below has a name. */
function joinHeaders(rows: readonly (readonly string[])[]): Header[] {
  const width = Math.max(...rows.map((texts) => texts.length));
  const parts: string[][] = Array.from({ length: width }, () => []);
  for (const [level, texts] of rows.entries()) {
    let group = '';
    const fresh = texts.map((text, index) => (rows[level - 1]?.[index] === text ? '' : text));
    const filled = fresh.filter((text) => text !== '');
    if (level > 0 && filled.length > 0 && filled.every(isUnit)) {
      for (const [index, text] of fresh.entries()) {
        const name = parts[index]?.at(-1);
        const unit = halfWidth(text).replace(/^[([]|[)\]]$/g, '');
        // The unit belongs to the name; a name that has one keeps its own.
        if (name !== undefined && unit !== '' && !/[)）]$/.test(name))
          parts[index]![parts[index]!.length - 1] = `${name}(${unit})`;
      }
      continue;
    }
    for (let index = 0; index < width; index++) {
      const text = (texts[index] ?? '').replace(/\s+/g, '');
      if (text !== '') group = text;
      const below = rows[level + 1]?.[index] ?? '';
      const name = text !== '' ? text : below !== '' && level < rows.length - 1 ? group : '';
      if (name !== '' && parts[index]!.at(-1) !== name) parts[index]!.push(name);
    }
  }
  const lastParts = parts.map((part) => part.at(-1) ?? '');
  return parts.map((part, index) => {
    const last = lastParts[index]!;
    const isAlone = lastParts.filter((text) => text === last).length === 1 && !isUnit(last);
    return { index, text: isAlone ? last : part.join(''), parts: part };
  });
}

/** "2、坐标由高德采集": goes on with the notes above; "共12个站点" sums up. */
const noteContinued = /^[(]?[\d一二三四五六七八九十]+[)、.]\s*\S{4,}/;
const summary = /^(共计?|总共|合计)\s*\d+\s*(个|处|家|村|条|辆|户|人|件)/;

type RowFate = 'data' | 'total' | 'note' | 'headerRepeated' | 'columnNumbers' | 'section';

function fateOf(
  texts: readonly string[],
  headerTexts: readonly (readonly string[])[],
  previous: RowFate,
): RowFate {
  const filled = texts.filter((text) => text !== '');
  const spaced = filled.map((text) => halfWidth(text).replace(/\s+/g, ''));
  if (
    headerTexts.some(
      (header) => filledCount(header) >= 2 && header.every((text, index) => (texts[index] ?? '') === text),
    )
  )
    return 'headerRepeated';
  if (
    spaced
      .slice(0, 3)
      .some((text) => totalWords.test(text) || (totalEnding.test(text) && text.length <= 16)) ||
    // Further right it must say nothing else: a remark may speak of totals.
    spaced.some((text) => /^(合计|小计|总计|共计|累计):?$/.test(text))
  )
    return 'total';
  // "其中:村级" breaks a total down.
  if (/^其中(:|$)/.test(spaced[0] ?? '') || /^其中:/.test(spaced[1] ?? '')) return 'total';
  if (noteStart.test(spaced[0] ?? '') && filled.length <= 6) return 'note';
  const isAlone = filled.length === 1 && headerTexts[0]!.length > 2;
  if (isAlone && summary.test(spaced[0]!)) return 'total';
  const goesOn = previous === 'note' && (noteContinued.test(spaced[0] ?? '') || spaced[0]!.length > 12);
  if (isAlone && (goesOn || spaced[0]!.length > 30)) return 'note';
  const isCounting =
    filled.length >= 3 &&
    (filled.every((text, index) => Number(text) === index + 1) ||
      (filled[0] === '甲' && filled.every((text) => /^([甲乙丙丁戊]|\d+)$/.test(text))));
  if (isCounting) return 'columnNumbers';
  return isAlone && /[\u4e00-\u9fff]/.test(filled[0]!) ? 'section' : 'data';
}

/** "一、西华池镇(6个)" without numbering and brackets. */
const sectionName = (text: string): string =>
  halfWidth(text)
    .replace(/^[(]?[一二三四五六七八九十\d]+[)、.]\s*/, '')
    .replace(/\(.*\)$/, '')
    .replace(/:$/, '')
    .trim();

/**
 * Finds the header and keeps the data rows; titles, totals, notes and repeated headers are left out and listed.
 * A row that holds nothing but a place's name heads a section: it fills the blank township cells below it.
 */
export function shapeTable(
  sheet: Sheet,
  table: string,
  report: (found: Issue) => void,
  wanted: HeaderChoice | null = null,
): TableShape | null {
  const chosen = wanted ?? (sheet.hasHeaderFirst ? { firstRow: sheet.rows[0]!.row, rowCount: 1 } : null);
  const headerIndex = chosen
    ? sheet.rows.findIndex(({ row }) => row === chosen.firstRow)
    : findHeaderIndex(sheet.rows);
  if (headerIndex < 0) {
    report(issue('table.noHeader', { table }, { table, row: sheet.rows[0]?.row ?? 1 }));
    return null;
  }
  const headerTexts = [textsOf(sheet.rows[headerIndex]!)];
  let dataIndex = headerIndex + 1;
  while (headerTexts.length < (chosen?.rowCount ?? 3) && dataIndex < sheet.rows.length) {
    const below = textsOf(sheet.rows[dataIndex]!);
    if (chosen === null && !continuesHeader(headerTexts.at(-1)!, below)) break;
    headerTexts.push(below);
    dataIndex++;
  }
  // The group names may stand above the row with the most known names.
  const above = headerIndex > 0 ? textsOf(sheet.rows[headerIndex - 1]!) : [];
  const couldGroup =
    filledCount(above) >= 2 && above.every((text) => text.length <= 12 && !/[:：]|\d{4}/.test(text));
  const isGroupRow = chosen === null && couldGroup && continuesHeader(above, headerTexts[0]!);
  if (isGroupRow) headerTexts.unshift(above);
  const headers = joinHeaders(headerTexts);
  const titles = sheet.rows.slice(0, headerIndex - (isGroupRow ? 1 : 0));
  for (const { row, cells } of titles)
    report(
      issue(
        'row.title',
        {
          text: cells
            .map(cellText)
            .filter((text) => text !== '')
            .join(' '),
        },
        { table, row },
      ),
    );

  const rows: SheetRow[] = [];
  const sectionColumn = headers.find(({ parts }) => /乡镇|街道|township/i.test(parts.join('')))?.index;
  let section: string | null = null;
  let previous: RowFate = 'data';
  for (const sheetRow of sheet.rows.slice(dataIndex)) {
    const texts = textsOf(sheetRow);
    const fate = fateOf(texts, headerTexts, previous);
    previous = fate;
    const at = { table, row: sheetRow.row };
    const text = texts
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, 80);
    if (fate === 'data' || (fate === 'section' && headers.length <= 2)) {
      rows.push(withSection(sheetRow, section, sectionColumn));
    } else if (fate === 'section') {
      const name = sectionName(text);
      if (/(镇|乡|街道|林场)$/.test(name)) {
        section = name;
        report(issue('row.section', { text, name }, at));
      } else rows.push(withSection(sheetRow, section, sectionColumn));
    } else report(issue(`row.${fate}`, { text }, at));
  }
  for (const { firstRow, lastRow, firstColumn } of sheet.merges) {
    const headerRow = sheet.rows[dataIndex - 1]!.row;
    const value = cellText(sheet.rows.find(({ row }) => row === firstRow)?.cells[firstColumn]);
    if (firstRow <= headerRow || lastRow === firstRow || value === '') continue;
    const column = headers[firstColumn]?.text ?? '';
    report(issue('cell.merged', { value, lastRow, column }, { table, row: firstRow, column }));
  }
  return {
    table,
    headers,
    headerRow: sheet.rows[dataIndex - 1]!.row,
    headerRowCount: headerTexts.length,
    rows,
    title: titles.flatMap(textsOf).join(' '),
  };
}

function withSection(row: SheetRow, section: string | null, column: number | undefined): SheetRow {
  if (section === null || column === undefined || cellText(row.cells[column]) !== '') return row;
  const cells: CellValue[] = [...row.cells];
  while (cells.length < column) cells.push(null);
  cells[column] = section;
  return { row: row.row, cells };
}
