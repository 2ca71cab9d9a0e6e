import type { Issue } from '../../../issues.ts';
import { systemNames, tableSystems } from '../crs/systems.ts';
import type { CheckedTable } from '../pipeline/checkTable.ts';
import type { TableChoices } from '../pipeline/choices.ts';
import type { OpenedTable } from '../pipeline/openFiles.ts';
import { cellText } from '../sheet.ts';
import type { TableEdit } from './editTable.ts';

/** What a fix does, in words that the screen has. */
export const fixLabels = [
  'useCandidate',
  'writeWhatWasRead',
  'useOfficialName',
  'clearCell',
  'clearPoint',
  'makePositive',
  'useNumberInText',
  'swapPoint',
  'deleteRow',
  'removeExtraCell',
  'includeSheet',
  'useSystem',
  'oneSystem',
  'statePerMonth',
  'statePerDay',
  'statePerYear',
] as const;
export type FixLabel = (typeof fixLabels)[number];

/** One way to settle an issue: a change of the raw table, or of the user's choices for it. Plain data with a label. */
export interface TableFix {
  readonly label: FixLabel;
  readonly params: Readonly<Record<string, string | number>>;
  readonly edits: readonly TableEdit[];
  readonly choices: TableChoices | null;
}

interface Spot {
  readonly row: number;
  readonly column: number | null;
  readonly text: string;
}

/** Ways to settle an issue of a checked table, the likeliest first; none where only the user can know. */
export function suggestFixes(found: Issue, checked: CheckedTable, table: OpenedTable): readonly TableFix[] {
  const { at, params } = found;
  if (at === undefined || !('table' in at)) return [];
  const columnOf = (fieldKey: string): number | null =>
    checked.imported?.mapping.matches.find((match) => match.fieldKey === fieldKey)?.header.index ?? null;
  const headerIndex = checked.shape?.headers.findIndex(({ text }) => text === at.column) ?? -1;
  const cells = table.sheet.rows.find(({ row }) => row === at.row)?.cells ?? [];
  const column = at.column === undefined || headerIndex < 0 ? null : headerIndex;
  const spot: Spot = { row: at.row, column, text: column === null ? '' : cellText(cells[column]) };
  const fix = (
    label: FixLabel,
    edits: readonly TableEdit[],
    labelParams: TableFix['params'] = {},
    choices: TableChoices | null = null,
  ): TableFix => ({ label, params: labelParams, edits, choices });
  const set = (index: number | null, value: string | number | null): TableEdit[] =>
    index === null ? [] : [{ kind: 'setCell', row: spot.row, column: index, value }];
  const deleteRow = fix('deleteRow', [{ kind: 'deleteRow', row: spot.row }], { row: spot.row });
  const clearCell = fix('clearCell', set(spot.column, null));
  const clearPoint = fix(
    'clearPoint',
    ['lon', 'lat', 'coordinate'].flatMap((key) => set(columnOf(key), null)),
  );
  const useSystems = tableSystems.map((system) => fix('useSystem', [], { crs: system }, { system }));
  const written = (value: string | number): TableFix =>
    fix('writeWhatWasRead', set(spot.column, value), { to: value });

  switch (found.code) {
    case 'place.ambiguous':
      return [...candidatesOf(String(params.candidates ?? '')).map(useCandidate), deleteRow];
    case 'place.variant':
    case 'place.renamed':
      return [fix('useOfficialName', set(spot.column, String(params.to)), { to: String(params.to) })];
    case 'cell.repaired':
    case 'cell.unitConverted':
    case 'cell.approximate':
    case 'cell.rangeAveraged':
    case 'cell.dateFromSerial':
    case 'cell.filledDown':
    case 'cell.sameAsAbove': {
      const to = params.to ?? '';
      const isPair = spot.column === columnOf('coordinate') || /,/.test(String(to));
      return to === '' || (isPair && columnOf('lon') !== null) ? [] : [written(to)];
    }
    case 'cell.noneIsZero':
      return [written(0), clearCell];
    case 'coord.swapped': {
      const [lon, lat] = [columnOf('lon'), columnOf('lat')];
      if (lon === null || lat === null) return [];
      return [fix('swapPoint', [...set(lon, cellText(cells[lat])), ...set(lat, cellText(cells[lon]))])];
    }
    case 'cell.notANumber': {
      const number = /\d[\d,]*(?:\.\d+)?/.exec(spot.text)?.[0].replaceAll(',', '');
      const use =
        number === undefined
          ? []
          : [fix('useNumberInText', set(spot.column, Number(number)), { to: Number(number) })];
      return [...use, clearCell, deleteRow];
    }
    case 'cell.outOfRange': {
      const number = Number(spot.text);
      const positive = number < 0 ? [fix('makePositive', set(spot.column, -number), { to: -number })] : [];
      return [...positive, clearCell, deleteRow];
    }
    case 'cell.errorValue':
    case 'cell.notADate':
    case 'cell.notAClock':
    case 'cell.unknownWord':
    case 'cell.lostDigits':
    case 'vehicle.energyPer100Km':
      return [clearCell];
    case 'cell.required':
    case 'place.unknown':
    case 'row.doubled':
      return [deleteRow];
    case 'row.extraCells': {
      const blank = cells.findIndex((cell) => cellText(cell) === '');
      const remove =
        blank < 0
          ? []
          : [
              fix('removeExtraCell', [{ kind: 'removeCell', row: spot.row, column: blank }], {
                column: blank + 1,
              }),
            ];
      return [...remove, deleteRow];
    }
    case 'coord.notReadable':
    case 'coord.incomplete':
    case 'coord.zero':
    case 'coord.outsideChina':
    case 'place.outsideCounty':
    case 'place.farFromTownship':
      return [clearPoint, deleteRow];
    case 'coord.systemAssumed':
    case 'coord.systemDoubtful':
    case 'coord.systemContradicted':
    case 'coord.systemFound':
      return useSystems;
    case 'coord.systemMixed': {
      const system = checked.imported?.systemChoice?.system;
      const township = String(params.township);
      const byTownship = { [township]: system ?? 'wgs84' } as const;
      return [
        fix(
          'oneSystem',
          [],
          { township, crs: systemNames[system ?? 'wgs84'] },
          { systemByTownship: byTownship },
        ),
      ];
    }
    case 'table.hiddenSheet':
      return [fix('includeSheet', [], { sheet: String(params.sheet) }, { isIncluded: true })];
    case 'demand.periodAssumed': {
      const state = (label: FixLabel, words: string): TableFix =>
        fix(label, set(spot.column, `${words}${spot.text}`), { column: spot.text });
      return [state('statePerMonth', '月均'), state('statePerDay', '日均'), state('statePerYear', '年均')];
    }
    default:
      return [];
  }

  function useCandidate({ township, village, id }: Candidate): TableFix {
    const code = columnOf('code');
    const ownTownship = columnOf('township');
    const name = columnOf('village') ?? columnOf('name');
    const edits: TableEdit[] = [
      ...set(code, id),
      ...set(ownTownship, township),
      // Without a column for the township the name has to say it.
      ...set(name, ownTownship === null && code === null ? `${township}${village}` : village),
    ];
    return fix('useCandidate', village === '' ? set(ownTownship ?? name, township) : edits, {
      name: `${township}${village}`,
      id,
    });
  }
}

interface Candidate {
  readonly township: string;
  readonly village: string;
  readonly id: string;
}

/** "达岚镇麻坪村 433122102204; …" as the issue lists them. */
const candidatesOf = (text: string): Candidate[] =>
  text.split(';').flatMap((part) => {
    const match = /^(.*)\s+(\S+)$/.exec(part.trim());
    if (!match) return [];
    const [, name = '', id = ''] = match;
    const split = /^(.{1,8}?(?:镇|乡|街道|林场|农场|管理局))(.*)$/.exec(name);
    return [{ township: split?.[1] ?? '', village: split ? split[2]! : name, id }];
  });
