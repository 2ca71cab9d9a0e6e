/** Severity of every code; the words for each are in src/i18n and public/manual/errors.md (tests compare). */
export const issueCodes = {
  'file.empty': 'error',
  'file.notReadable': 'error',
  'file.newerVersion': 'error',
  'file.schema': 'error',
  'file.truncated': 'error',
  'file.unknownFormat': 'error',
  'file.tooLarge': 'error',
  'file.archiveTooLarge': 'error',
  'file.oldExcel': 'error',
  'file.encrypted': 'error',
  'file.badBytes': 'warning',
  'file.encodingFound': 'info',
  'table.columnMissing': 'error',
  'table.noHeader': 'error',
  'table.unknownKind': 'error',
  'table.empty': 'warning',
  'table.hiddenSheet': 'info',
  'table.columnUnused': 'info',
  'table.unitConverted': 'info',
  'table.unmatched': 'warning',
  'row.title': 'info',
  'row.total': 'info',
  'row.note': 'info',
  'row.headerRepeated': 'info',
  'row.columnNumbers': 'info',
  'row.section': 'info',
  'row.extraCells': 'error',
  'row.doubled': 'warning',
  'cell.merged': 'info',
  'cell.filledDown': 'info',
  'cell.sameAsAbove': 'info',
  'cell.repaired': 'info',
  'cell.unitConverted': 'info',
  'cell.approximate': 'warning',
  'cell.rangeAveraged': 'warning',
  'cell.dateFromSerial': 'info',
  'cell.errorValue': 'error',
  'cell.notADate': 'error',
  'cell.notAClock': 'error',
  'cell.lostDigits': 'warning',
  'coord.notReadable': 'error',
  'coord.incomplete': 'error',
  'coord.zero': 'warning',
  'coord.swapped': 'warning',
  'coord.projected': 'info',
  'coord.outsideChina': 'warning',
  'coord.repeated': 'warning',
  'coord.systemFound': 'info',
  'coord.systemDoubtful': 'warning',
  'coord.systemAssumed': 'warning',
  'coord.systemContradicted': 'warning',
  'coord.systemMixed': 'warning',
  'cell.required': 'error',
  'cell.notANumber': 'error',
  'cell.outOfRange': 'error',
  'cell.unknownWord': 'error',
  'row.duplicateId': 'error',
  'row.unknownReference': 'error',
  'place.outsideCounty': 'warning',
  'place.unlocated': 'warning',
  'place.ambiguous': 'error',
  'place.unknown': 'error',
  'place.added': 'warning',
  'place.variant': 'info',
  'place.renamed': 'warning',
  'place.chosenByPoint': 'warning',
  'place.farFromTownship': 'warning',
  'demand.split': 'info',
  'demand.periodAssumed': 'warning',
  'place.unreachable': 'error',
  'place.farFromRoad': 'warning',
  'road.noRoads': 'error',
  'road.pointsMissing': 'warning',
  'road.unknownClass': 'warning',
  'road.nodeUnlocated': 'warning',
  'road.shorterThanStraight': 'warning',
  'road.ferry': 'info',
  'road.crsAssumed': 'info',
  'road.clipped': 'info',
  'road.crossingNoded': 'info',
  'road.endJoined': 'info',
  'road.islandRemoved': 'warning',
  'scenario.noStops': 'error',
  'scenario.sharesDoNotAddUp': 'error',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>;

export type IssueCode = keyof typeof issueCodes;
export type IssueSeverity = (typeof issueCodes)[IssueCode];

/** Where in the user's data: row as Excel shows it (header = 1), column as typed in the file. */
export type IssuePlace =
  | { readonly table: string; readonly row: number; readonly column?: string }
  | { readonly entity: string; readonly id: string };

export interface Issue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly at?: IssuePlace;
  readonly params: Readonly<Record<string, string | number>>;
}

export const issue = (code: IssueCode, params: Issue['params'] = {}, at?: IssuePlace): Issue => ({
  code,
  severity: issueCodes[code],
  params,
  ...(at ? { at } : {}),
});
