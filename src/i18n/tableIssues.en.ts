import type { IssueWords } from './issues.zh.ts';

/** Words for what is found in the tables people bring, in English. */
export const tableIssuesEn = {
  'file.tooLarge': {
    cause: '“{{file}}” has {{sizeMb}} MB, more than the limit of {{limitMb}} MB.',
    action: 'Split it by month or township and import the parts.',
  },
  'file.archiveTooLarge': {
    cause:
      '“{{file}}” would unpack to about {{unpackedMb}} MB (limit {{limitMb}} MB) or is packed unusually tightly, so it was not opened.',
    action: 'Save a copy from Excel or WPS with only the sheets you need.',
  },
  'file.oldExcel': {
    cause: '“{{file}}” is in the old Excel format (.xls).',
    action: 'Save it as .xlsx in Excel or WPS and import that.',
  },
  'file.isMap': {
    cause: '“{{file}}” is a map file without points that could be stations.',
    action: 'Choose a file in which the stations are points; import roads under “Roads”.',
  },
  'file.linesLeft': {
    cause: 'Besides its points “{{file}}” has lines or areas ({{count}}), which were not read.',
    action: 'If they are roads, import the file under “Roads” as well.',
  },
  'file.encrypted': {
    cause: '“{{file}}” is protected by a password.',
    action: 'Remove the password and import it again.',
  },
  'file.badBytes': {
    cause: 'Some bytes of “{{file}}” are not valid {{encoding}} text and show as question marks.',
    action: 'Check unusual characters, or save the file as UTF-8 and import it again.',
  },
  'file.encodingFound': {
    cause: '“{{file}}” was read as {{encoding}}.',
    action: 'If characters look wrong, save it as UTF-8 and import it again.',
  },
  'table.noHeader': {
    cause: 'No header row was found in “{{table}}”.',
    action: 'Make sure one row holds the names of the columns, as in the template.',
  },
  'table.turned': {
    cause:
      'The table in “{{file}}” lies on its side: the names of its columns are in the first column. It was turned to one station a row, {{rows}} rows.',
    action:
      'Look the turned table over; a row named in a note is the column of that number in the file. Excel turns a table with “Paste special, transpose”.',
  },
  'table.unknownKind': {
    cause: 'It is not clear what kind of table this is (headers: {{headers}}).',
    action: 'State the kind when importing, or name the columns as in the template.',
  },
  'table.empty': {
    cause: '“{{table}}” has a header but no rows of data.',
    action: 'Fill in rows and import it again.',
  },
  'table.hiddenSheet': {
    cause: 'The hidden sheet “{{sheet}}” ({{rows}} rows) was not read.',
    action: 'Unhide it and import again if you need it.',
  },
  'table.columnUnused': {
    cause: 'The column “{{column}}” matches nothing and was not read.',
    action: 'Choose what it stands for if you need it.',
  },
  'table.columnNotKept': {
    cause: 'The column “{{column}}” is known, but the scenario has no place for it; it is not kept.',
    action:
      'Keep the table itself where you need it; names and phone numbers stay out of the scenario by design, so that no file carries them away.',
  },
  'table.unitConverted': {
    cause: 'The column “{{column}}” is in “{{unit}}”; its values were multiplied by {{factor}}.',
    action: 'Check that the conversion is right.',
  },
  'table.unmatched': {
    cause: 'No county was chosen, so the names in “{{table}}” were not matched to the official list.',
    action: 'Choose the county and import again.',
  },
  'row.title': { cause: 'The title “{{text}}” above the header is not data.', action: 'Nothing to do.' },
  'row.total': {
    cause: 'The total row “{{text}}” is not data.',
    action: 'Nothing to do; rename it if it is a real row.',
  },
  'row.note': { cause: 'The note “{{text}}” is not data.', action: 'Nothing to do.' },
  'row.headerRepeated': { cause: 'A repeated header row is not data.', action: 'Nothing to do.' },
  'row.columnNumbers': {
    cause: 'The row of column numbers “{{text}}” is not data.',
    action: 'Nothing to do.',
  },
  'row.section': {
    cause: '“{{text}}” heads a section; blank townships below it became “{{name}}”.',
    action: 'Check that the rows below belong to that township.',
  },
  'row.extraCells': {
    cause:
      'The row has {{cells}} cells but the header has {{columns}} columns, so its contents have slipped.',
    action: 'Look for a comma without quotes, correct it and import again.',
  },
  'row.doubled': {
    cause: '“{{name}}” repeats row {{first}}.',
    action: 'Keep one of them, or say how they differ.',
  },
  'cell.merged': {
    cause: 'The merged cell “{{value}}” applies from this row to row {{lastRow}}.',
    action: 'Check the range of the merge.',
  },
  'cell.filledDown': {
    cause: 'The blank cell was filled with “{{to}}” from above.',
    action: 'Fill in the cell if that is wrong.',
  },
  'cell.sameAsAbove': { cause: '“{{value}}” was replaced by “{{to}}” from above.', action: 'Nothing to do.' },
  'cell.repaired': { cause: '“{{value}}” was read as {{to}}.', action: 'Check the value.' },
  'cell.unitConverted': { cause: '“{{value}}” was converted to {{to}}.', action: 'Check the unit.' },
  'cell.approximate': {
    cause: '“{{value}}” is approximate; {{to}} is used.',
    action: 'Replace it when the exact number is known.',
  },
  'cell.rangeAveraged': {
    cause: '“{{value}}” is a range; its middle, {{to}}, is used.',
    action: 'Replace it when the exact number is known.',
  },
  'cell.noneIsZero': {
    cause: '“{{value}}” is read as 0: there are no parcels.',
    action: 'If they were not counted yet, empty the cell; the default is used then.',
  },
  'cell.dateFromSerial': {
    cause: '“{{value}}” is a day number of Excel; read as {{to}}.',
    action: 'Check the date.',
  },
  'cell.errorValue': {
    cause: '“{{value}}” is the error of a formula; the cell was not used.',
    action: 'Correct the formula or type the value.',
  },
  'cell.notADate': { cause: '“{{value}}” is not a date.', action: 'Write it as 2024-05-01 or 2024-05.' },
  'cell.notAClock': {
    cause: '“{{value}}” is not a time of day.',
    action: 'Write it as 7:30, several separated by commas.',
  },
  'cell.lostDigits': {
    cause:
      'The code “{{value}}” has lost its last digits to scientific notation; the name is matched instead.',
    action: 'Format the column as text and enter the codes again.',
  },
  'coord.notReadable': {
    cause: 'The coordinate “{{value}}” cannot be read and was not used.',
    action: 'Write decimal degrees such as 106.5231 and 29.6102.',
  },
  'coord.zoneUnknown': {
    cause: '“{{value}}” are metres without a zone number, and where the county lies is not known either.',
    action: 'Give the central meridian in the step “Coordinates”.',
  },
  'coord.incomplete': {
    cause: 'Only half of the coordinate is there ({{value}}); it was not used.',
    action: 'Fill in the other half.',
  },
  'coord.zero': { cause: 'The coordinate is 0, 0 and counts as missing.', action: 'Enter the real one.' },
  'coord.swapped': {
    cause: 'Longitude and latitude were swapped ({{value}}); read as {{to}}.',
    action: 'Check the point.',
  },
  'coord.projected': {
    cause: '“{{value}}” are CGCS2000 metres (central meridian {{meridianDeg}}°), converted to {{to}}.',
    action:
      'Check the point; where it lies in another zone, give the central meridian in the step “Coordinates”.',
  },
  'coord.outsideChina': {
    cause: 'The coordinate {{lon}}, {{lat}} lies outside China and was not used.',
    action: 'Look for a missing digit or swapped values.',
  },
  'coord.repeated': {
    cause: 'Several rows ({{rows}}) share the coordinate {{point}}.',
    action: 'Check whether a default or the township centre was entered for all of them.',
  },
  'coord.systemFound': {
    cause:
      'Judged by known places the coordinate system is {{crs}} ({{points}} points; median shift WGS-84 {{wgs84ShiftM}} m, GCJ-02 {{gcj02ShiftM}} m, BD-09 {{bd09ShiftM}} m).',
    action: 'If that is wrong, state the system and import again.',
  },
  'coord.systemDoubtful': {
    cause:
      'The coordinate system cannot be told for certain; {{crs}} is used for now ({{points}} comparable points).',
    action: 'Find out which map the points come from and state the system.',
  },
  'coord.systemAssumed': {
    cause: 'There is nothing to compare the points with; {{crs}} is assumed.',
    action: 'Find out which map the points come from and state the system.',
  },
  'coord.systemContradicted': {
    cause: 'The table states {{stated}} but its points fit {{crs}} better; the statement was followed.',
    action: 'Check the system; if needed import again as {{crs}}.',
  },
  'coord.systemMixed': {
    cause: 'The points of “{{township}}” are in another system, {{crs}}, and were converted on their own.',
    action: 'Check the points of that township.',
  },
  'place.ambiguous': {
    cause: '“{{name}}” fits several places or is one letter off: {{candidates}}.',
    action: 'Choose one, or add the township or correct the name.',
  },
  'place.unknown': {
    cause: '“{{name}}” is not on the official list.',
    action: 'Check the name; for a new or renamed village add its coordinates or choose the village.',
  },
  'place.added': {
    cause: '“{{name}}” is not on the official list; it is added at its coordinates.',
    action: 'Check whether it is a renamed or merged village.',
  },
  'place.variant': {
    cause: '“{{name}}” was taken for “{{to}}” ({{id}}) of the official list.',
    action: 'Check that this is right.',
  },
  'place.renamed': {
    cause:
      'The name “{{name}}” differs from “{{to}}”, the official name for code {{id}}; the code was followed.',
    action: 'Check whether the village was renamed or the code is wrong.',
  },
  'place.chosenByPoint': {
    cause: '“{{name}}” fits several places ({{candidates}}); its point decided for “{{to}}” ({{id}}).',
    action: 'Check that this is right.',
  },
  'place.farFromTownship': {
    cause: 'The point of “{{name}}” is {{km}} km from the seat of {{township}}.',
    action: 'Check the coordinates and the township.',
  },
  'demand.split': {
    cause: '{{parcels}} parcels a day of {{from}} were split over {{places}} places by {{basis}}.',
    action: "Replace them when the villages' own volumes are known.",
  },
  'demand.periodAssumed': {
    cause: 'The column “{{column}}” does not say whether it is per day, month or year; per day is assumed.',
    action: 'Say so in its header, for example parcels per day.',
  },
  'demand.periodDivided': {
    cause: 'The column “{{column}}” is not per day: its figures were divided by {{days}} days.',
    action: 'If they are per day already, say so in the header.',
  },
  'demand.notGiven': {
    cause:
      '“{{name}}” has no figure under “{{column}}”; the default or the figure of the scenario is used and not marked as yours.',
    action: 'Fill in the number when there is one; write 0 where there are no parcels.',
  },
  'demand.notServed': {
    cause: '“{{name}}” has parcels but no station serves it; they are not counted.',
    action: 'Add a station there, or let a station nearby serve it.',
  },
  'roster.noDepot': {
    cause: 'The roster of {{county}} has no county centre.',
    action: 'Choose the county centre on the map, or add a row of county level to the roster.',
  },
  'roster.noName': {
    cause: 'The new county has no name yet.',
    action: 'Enter its name, or add a column with the county to the table.',
  },
  'roster.noPoints': {
    cause: '“{{table}}” has no coordinates at all, so a new county cannot be put on the map.',
    action:
      'Add columns of longitude and latitude; or mark the points in a map app and export KML; or import into an existing county whose places have points.',
  },
  'roster.listsNone': {
    cause: 'No row of the roster is a station of this scenario; none of its stations was removed.',
    action: 'Check whether this is the right county and file, and see what is said about the rows.',
  },
  'roster.hubOfHub': {
    cause:
      '“{{hub}}”, which supplies “{{name}}”, is supplied by another station itself; lines have two levels, so it is supplied from “{{to}}”.',
    action: 'Check where it is supplied from in the table of stations.',
  },
  'roster.placedByRule': {
    cause: '“{{name}}” has no coordinates; it was placed by rule about its township.',
    action: 'Drag it to its real place on the map.',
  },
  'roster.defaultsUsed': {
    cause:
      'The parcels of {{places}} places (all or one direction) are not in the roster; the defaults ({{parcels}} a day in a village, a tenth of that outgoing) are used and marked as assumed.',
    action: "Replace them with the county's own figures.",
  },
  'roster.couriersAssumed': {
    cause: 'There are no volumes by courier; the usual shares of {{couriers}} couriers are assumed.',
    action: 'Import volumes with a column of couriers, or change them under Couriers.',
  },
  'roster.fleetAssumed': {
    cause:
      'There is no table of vehicles; assumed by the number of stations: {{trucks}} box trucks, {{vans}} vans.',
    action: 'Import a table of vehicles, or change them under Vehicles.',
  },
  'line.stopWithoutStation': {
    cause: '“{{name}}” on line “{{line}}” has no station in this scenario and was left out.',
    action: 'Add the station, then import the line again.',
  },
  'line.noStops': {
    cause: 'No stop of line “{{line}}” is a station of this scenario; the line was not imported.',
    action: 'Check the names of its stops.',
  },
  'line.noVehicle': {
    cause: 'The scenario has no vehicle for line “{{line}}” ({{vehicle}}).',
    action: 'Import the vehicles first.',
  },
  'line.vehicleAssumed': {
    cause: 'The vehicle “{{vehicle}}” of line “{{line}}” is not in the fleet; “{{to}}” is assumed.',
    action: 'Give a type of the fleet.',
  },
  'line.departureAssumed': {
    cause: 'Line “{{line}}” has no departure time; {{trips}} trips at the usual times are assumed.',
    action: 'Give its departures if there is a timetable.',
  },
  'vehicle.figuresAssumed': {
    cause: 'Figures the table leaves out for “{{vehicle}}” ({{fields}}) are those of “{{like}}”.',
    action: 'Fill them in when they are known.',
  },
  'vehicle.energyPer100Km': {
    cause:
      '“{{value}}” looks like litres or kWh per 100 km; yuan per km are wanted. The cell is not used; the figure of a similar vehicle is.',
    action:
      'Multiply by the price and divide by 100, for example 12 litres × 7.8 yuan / 100 = 0.94 yuan per km; if it is in yuan per km already, say so in the header.',
  },
  'vehicle.energyHigh': {
    cause: '{{yuan}} yuan of energy per km are unusually much; they are used all the same.',
    action: 'Check the unit: 0.1 to 1.5 yuan per km are usual.',
  },
  'vehicle.wageDoubtful': {
    cause:
      '“{{value}}” comes to {{perDay}} yuan a day, which is hardly a driver’s wage; it is used all the same.',
    action: 'Check whether it is per day, month or year, and say yuan per month or per day in the header.',
  },
  'rate.notPlaced': {
    cause: 'The price “{{item}}” ({{unit}}) belongs to no entry of the cost book and was not used.',
    action: 'Use the names and units of the template.',
  },
  'bus.noStation': {
    cause: 'Bus line “{{line}}” passes no station and was not imported.',
    action: 'Check the names of its stops, or add the stations first.',
  },
  'bus.timesAssumed': {
    cause: 'Bus line “{{line}}” gives no times at its stops; they follow from its length at 30 km/h.',
    action: 'Fill in the minutes to each stop if they are known.',
  },
  'table.hiddenCells': {
    cause: 'The sheet “{{sheet}}” has hidden rows ({{rows}}) or columns ({{columns}}); they were read too.',
    action: 'Delete them in the file if they are not wanted.',
  },
  'cell.notCalculated': {
    cause:
      'Formulas of the sheet “{{sheet}}” (such as {{cell}}) were saved without a result and count as empty.',
    action: 'Open the file in Excel or WPS, save it and import it again.',
  },
  'file.notOurs': {
    cause:
      '“{{file}}” is no project or scenario file of Cuntong, or a part of it is missing. Nothing on the screen was changed.',
    action:
      'Open a backup, or copy the file once more and open it again; tables are taken in by “Import tables”.',
  },
  'row.openQuote': {
    cause:
      'This row has a quote without its partner; it was left out, or the rows below would be taken into one cell.',
    action: 'Check the cells of this row; close or delete the quote in the file.',
  },
  'place.severalInCell': {
    cause:
      '“{{name}}” names several villages: {{to}}. They are taken as served by one station, which stands in the first.',
    action: 'If each village has a station of its own, split the row.',
  },
  'place.byAddress': {
    cause: '“{{name}}” names no village; its address “{{address}}” puts it in “{{to}}” ({{id}}).',
    action: 'Check whether that is right.',
  },
  'rate.contractPrices': {
    cause:
      '{{prices}} contract prices of couriers were read; by their shares of the volume they are {{yuan}} yuan a parcel on average.',
    action:
      'It stands in “Cost and befores” as the contract price before (down to the village) and can be changed there.',
  },
} as const satisfies Record<string, IssueWords>;
