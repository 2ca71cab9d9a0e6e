import type { IssueCode } from '../core/issues.ts';
import type { IssueWords } from './issues.zh.ts';

export const issuesEn = {
  'file.empty': { cause: 'The file is empty.', action: 'Choose a file with content.' },
  'file.notReadable': {
    cause: 'The file cannot be read.',
    action: 'Save it as CSV (UTF-8) or XLSX and try again.',
  },
  'file.newerVersion': {
    cause: 'The file comes from a newer Cuntong.',
    action: 'Update Cuntong, then open it.',
  },
  'file.schema': {
    cause: 'This is not a Cuntong plan file.',
    action: 'Open a file that was saved by Cuntong.',
  },
  'table.columnMissing': {
    cause: 'The column “{{column}}” is missing.',
    action: 'Add it, named as in the template.',
  },
  'cell.required': { cause: 'This cell must not be empty.', action: 'Fill it in and load the file again.' },
  'cell.notANumber': { cause: '“{{value}}” is not a number.', action: 'Write a number without a unit.' },
  'cell.outOfRange': {
    cause: '“{{value}}” is outside the sensible range.',
    action: 'Check the value and its unit.',
  },
  'cell.unknownWord': {
    cause: '“{{value}}” is not a known word.',
    action: 'Use one of the words in the template.',
  },
  'row.duplicateId': { cause: 'The id “{{id}}” occurs twice.', action: 'Keep one row or change an id.' },
  'row.unknownReference': {
    cause: '“{{id}}” is referred to but does not exist.',
    action: 'Check the id or add the missing row.',
  },
  'place.outsideCounty': {
    cause: '“{{name}}” lies outside the county.',
    action: 'Check its longitude, latitude and datum.',
  },
  'place.unlocated': {
    cause: '“{{name}}” has no coordinates.',
    action: 'Add longitude and latitude; until then an estimated position is used.',
  },
  'place.unreachable': {
    cause: '“{{name}}” cannot be reached by road.',
    action: 'Check its position or add the missing road.',
  },
  'place.farFromRoad': {
    cause: '“{{name}}” lies far from the nearest road.',
    action: 'Check its position or add the road that leads there.',
  },
  'scenario.noStops': {
    cause: 'The plan has no service point at all.',
    action: 'Add at least one service point.',
  },
  'scenario.sharesDoNotAddUp': {
    cause: 'The shares do not add up to 100%.',
    action: 'Change them so that they do.',
  },
} as const satisfies Record<IssueCode, IssueWords>;
